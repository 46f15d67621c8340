// Indexing large logs, beside two yardsticks of the same run: `wc -l`, and a naive regular expression over chunks of
// 64 MB that keeps nothing. npm run bench -- logs [MEGABYTES ...]; the last line is all figures as JSON.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeBenchFile, type Form, type Recipe, type Script } from '../support/logs/bench/benchFile';
import { bundleMain } from '../support/logs/bench/bundleMain';
import { naiveExpressions } from '../support/logs/bench/naive';
import { median, type Report } from '../support/bench/report';

export const name = 'logs';

const rounds = 5;
const defaultSizes = [100, 1000];

/** From here on what starting a process costs is little of it. */
const enoughMegabytes = 500;

/** How many times as fast as the naive scan indexing has to be. */
const leastOfNaive: Readonly<Record<Script, number>> = { ASCII: 1, 'non-Latin': 1.5 };
const mostPeakMegabytes = 400;

interface Measured {
  readonly records: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

const middle = (values: readonly number[]): number => median(values.toSorted((a, b) => a - b));
const rounded = (value: number): number => Number(value.toPrecision(4));

/** Lines; Windows has no `wc`. */
const countLines = (file: string): number | undefined => {
  if (process.platform === 'win32') return undefined;
  const began = performance.now();
  execFileSync('wc', ['-l', file]);
  return (performance.now() - began) / 1000;
};

const measure = (main: string, way: 'index' | 'naive', form: Form, file: string): Measured =>
  JSON.parse(execFileSync(process.execPath, [main, way, form, file], { encoding: 'utf8' })) as Measured;

const benchFile = (
  report: Report,
  main: string,
  file: string,
  megabytes: number,
  form: Form,
  script: Script,
): object => {
  const recipe: Recipe = writeBenchFile(file, megabytes * 1e6, form, script);
  const title = `${megabytes} MB, ${form}, ${script}`;
  report.value(
    title,
    recipe.records,
    `records of ${recipe.averageLength} bytes, ${(100 * recipe.multiLinePart).toFixed(1)} % over several lines, ${(100 * recipe.nonLatinPart).toFixed(1)} % non-Latin`,
  );
  const taken = Array.from({ length: rounds }, () => ({
    wc: countLines(file),
    naive: measure(main, 'naive', form, file),
    index: measure(main, 'index', form, file),
  }));
  for (const { index } of taken)
    if (index.records !== recipe.records)
      throw new Error(`${index.records} records were found, not ${recipe.records}.`);
  const speeds = (of: (round: (typeof taken)[number]) => number): readonly number[] =>
    taken.map((round) => megabytes / of(round));
  const wc = speeds(({ wc: seconds }) => seconds ?? NaN);
  const naive = speeds(({ naive: { processorSeconds } }) => processorSeconds);
  const index = speeds(({ index: { processorSeconds } }) => processorSeconds);
  const wall = speeds(({ index: { seconds } }) => seconds);
  const ratio = middle(taken.map((round) => round.naive.processorSeconds / round.index.processorSeconds));
  const peak = Math.max(...taken.map((round) => round.index.peakMegabytes));
  const spread = (values: readonly number[]): string =>
    `MB/s (${Math.round(Math.min(...values))} - ${Math.round(Math.max(...values))})`;
  report.value('  wc -l', Math.round(middle(wc)), spread(wc));
  report.value('  naive expression, processor time', Math.round(middle(naive)), spread(naive));
  report.value('  index, processor time', Math.round(middle(index)), spread(index));
  report.value('  index, time on the clock', Math.round(middle(wall)), spread(wall));
  report.value('  peak memory of the index', Math.round(peak), 'MB');
  if (megabytes >= enoughMegabytes) {
    report.atLeast('  index to naive expression', ratio, leastOfNaive[script]);
    report.atLeast('  memory that it may take to what it took', mostPeakMegabytes / peak, 1);
  } else report.value('  index to naive expression', rounded(ratio), 'x');
  const figure = (values: readonly number[]): object => ({
    median: rounded(middle(values)),
    least: rounded(Math.min(...values)),
    most: rounded(Math.max(...values)),
  });
  return {
    megabytes,
    form,
    script,
    ...recipe,
    wc: figure(wc),
    naive: figure(naive),
    index: figure(index),
    clock: figure(wall),
    ratio: rounded(ratio),
    peakMegabytes: Math.round(peak),
  };
};

export const run = async (report: Report): Promise<void> => {
  const given = process.argv.slice(3).map(Number);
  if (given.some((size) => !(size >= 1))) throw new Error('Sizes are megabytes: npm run bench -- logs 100');
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-logs-'));
  try {
    const main = await bundleMain(folder);
    for (const [form, expression] of Object.entries(naiveExpressions))
      console.log(`  naive expression, ${form}: ${String(expression)}`);
    const figures: object[] = [];
    for (const megabytes of given.length > 0 ? given : defaultSizes)
      for (const form of ['ccm', 'server'] as const)
        for (const script of ['ASCII', 'non-Latin'] as const) {
          const file = path.join(folder, 'bench.log');
          figures.push(benchFile(report, main, file, megabytes, form, script));
          rmSync(file);
        }
    console.log(JSON.stringify({ bench: name, rounds, figures }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
