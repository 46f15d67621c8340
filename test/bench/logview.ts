// The log view on large logs: first screen, index, filters, append, memory, beside a yardstick of the same run: a naive
// search over chunks of 64 MB that keeps nothing. npm run bench -- logview [MEGABYTES ...]; the last line is all figures
// as JSON.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeBenchFile } from '../support/logs/bench/benchFile';
import { bundleMain } from '../support/logs/bench/bundleMain';
import { naiveChunk } from '../support/logs/bench/naive';
import { line } from '../support/logView/openLogs';
import type { ViewFigures } from '../support/logView/bench/viewFigures';
import type { Report } from '../support/bench/report';

export const name = 'logview';

const rounds = 3;
const defaultSizes = [100, 1000];

/** From here on the budgets hold: filters and memory are those of a log of 1 GB. */
const largeMegabytes = 1000;
const mostPeakMegabytes = 400;
const firstScreenMs = 500;
const filterMs = 10_000;
const appendMs = 100;

/** By what the index knows, by a word that is rare, by one in each job, and by what has to be looked for in texts. */
const filters: readonly (readonly [label: string, filter: string, naive: RegExp | undefined])[] = [
  ['severity', 'severity:error,warning', undefined],
  ['rare word', '0x80070035', /0x80070035/gi],
  ['frequent word', 'package', /package/gi],
  ['expression', '/0x8[0-9a-f]{7}|retry/', /0x8[0-9a-f]{7}|retry/gi],
];

/** Milliseconds on the clock that a first attempt takes: it reads, decodes, and counts what it finds. */
const searchNaively = (file: string, wanted: RegExp): number => {
  const began = performance.now();
  const handle = openSync(file, 'r');
  const chunk = Buffer.allocUnsafe(naiveChunk);
  for (let length = 1; length > 0;) {
    length = readSync(handle, chunk, 0, chunk.length, null);
    const text = chunk.toString('utf8', 0, length);
    wanted.lastIndex = 0;
    while (wanted.test(text));
  }
  closeSync(handle);
  return performance.now() - began;
};

const measureFile = (report: Report, folder: string, megabytes: number): object => {
  const file = path.join(folder, 'bench.log');
  const recipe = writeBenchFile(file, megabytes * 1e6, 'ccm', 'ASCII');
  report.value(`${megabytes} MB`, recipe.records, `records of ${recipe.averageLength} bytes`);
  const isLarge = megabytes >= largeMegabytes;
  const budget = (ms: number): number | undefined => (isLarge ? ms : undefined);
  const naive = filters.map(([, , wanted]) => wanted && searchNaively(file, wanted));
  const arguments_ = [
    path.join(folder, 'main.js'),
    path.join(folder, 'logView.js'),
    file,
    line('appended', 1).trim(),
    ...filters.map(([, filter]) => filter),
  ];
  const taken: ViewFigures[] = [];
  for (let round = 0; round < rounds; round++) {
    taken.push(JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8' })) as ViewFigures);
    truncateSync(file, recipe.bytes);
  }
  const times = (label: string, of: (round: ViewFigures) => number, most?: number): number =>
    report.times(`  ${label}`, taken.map(of), most);
  const firstScreen = times('first screen, thread and all', ({ firstScreen }) => firstScreen, firstScreenMs);
  times('  its processor time', ({ firstProcessor }) => firstProcessor);
  const index = times('whole index', ({ index }) => index);
  times('  its processor time', ({ indexProcessor }) => indexProcessor);
  const filtered = filters.map(([label, filter], place) => {
    const of = (key: 'first' | 'all' | 'processor') => (round: ViewFigures) =>
      round.filters[place]?.[key] ?? NaN;
    const first = times(`${label}, first rows`, of('first'));
    const all = times(`${label}, all`, of('all'), budget(filterMs));
    const processor = times('  its processor time', of('processor'));
    const yardstick = naive[place];
    if (yardstick !== undefined) report.value(`    naive search to all of it`, yardstick / all, 'x');
    return { filter, matched: taken[0]?.filters[place]?.matched, first, all, processor, naive: yardstick };
  });
  const appended = report.times(
    '  1,000 lines appended, shown',
    taken.flatMap(({ appended }) => appended),
    appendMs,
  );
  const peakMegabytes = Math.max(...taken.map((round) => round.peakMegabytes));
  report.value('  peak memory, host part and all', Math.round(peakMegabytes), 'MB');
  if (isLarge)
    report.atLeast('  memory that it may take to what it took', mostPeakMegabytes / peakMegabytes, 1);
  rmSync(file);
  return { megabytes, ...recipe, firstScreen, index, filters: filtered, appended, peakMegabytes };
};

export const run = async (report: Report): Promise<void> => {
  const given = process.argv.slice(3).map(Number);
  if (given.some((size) => !(size >= 1)))
    throw new Error('Sizes are megabytes: npm run bench -- logview 100');
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-logview-'));
  try {
    await bundleMain(folder, {
      main: path.join(__dirname, '../support/logView/bench/main.ts'),
      logView: path.join(__dirname, '../../extension/workers/logView/main.ts'),
    });
    const figures = (given.length > 0 ? given : defaultSizes).map((size) =>
      measureFile(report, folder, size),
    );
    console.log(JSON.stringify({ bench: name, rounds, figures }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
