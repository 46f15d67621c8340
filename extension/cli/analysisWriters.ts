import { cellText } from '../core/logs/analyse/cellText';
import type { AnalysedLog } from '../core/logs/analyse/logAnalysis';
import type { LogLine } from '../core/logs/analyse/logLine';
import type { Cell, Finding, Row, Section } from '../core/logs/analyse/report';
import type { LogArguments } from './logArguments';
import { printable } from './printable';

type Result = AnalysedLog<unknown>;

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

const isoOf = (ms: number): string | null => (Number.isNaN(ms) ? null : new Date(ms).toISOString());

/** Times as in a parsed record: local time without `Z`, UTC with it. */
const lineOf = ({ file, line, offset, time, utc }: LogLine) => ({
  file,
  line,
  offset,
  time: isoOf(time)?.slice(0, -1) ?? null,
  utc: isoOf(utc),
});

const valueOf = (cell: Cell): unknown => (typeof cell === 'object' && cell !== null ? lineOf(cell) : cell);

/** One object a line: the log, then its findings, then its rows. */
const ndjson = ({ analyser, log, files, known, notKnown, report }: Result): string => {
  const of = { analyser: analyser.id, log };
  const samples = notKnown.samples.map((sample) => ({ ...sample, first: lineOf(sample.first) }));
  const rows = report.sections.flatMap(({ id, columns, rows: all }) =>
    all.map(({ cells, lines }) => ({
      kind: 'row',
      ...of,
      section: id,
      cells: Object.fromEntries(columns.map(({ key }, column) => [key, valueOf(cells[column] ?? null)])),
      lines: lines.map(lineOf),
    })),
  );
  const findings = report.findings.map((finding) => ({
    kind: 'finding',
    ...of,
    ...finding,
    lines: finding.lines.map(lineOf),
  }));
  const head = { kind: 'log', ...of, files, known, notKnown: { ...notKnown, samples } };
  return [head, ...findings, ...rows].map(json).join('');
};

const table = (result: Result): string => {
  const { analyser, log, notKnown, report } = result;
  const unknown = notKnown.samples
    .slice(0, 5)
    .map(({ shape, count, first }) => `    ${String(count)} x ${printable(shape)} (${place(first)})\n`);
  return [
    `${analyser.title}${log === '' ? '' : `: ${printable(log)}`}
`,
    understood(result),
    ...unknown,
    ...report.findings.map(findingLine),
    ...report.sections.filter(({ rows }) => rows.length > 0).map(sectionTable),
    '\n',
  ].join('');
};

/** How much of the log was understood; nothing of what several logs tell together. */
const understood = ({ analyser, log, known, notKnown }: Result): string => {
  if (log === '') return '';
  return analyser.watches === true
    ? `  ${String(known)} lines were looked at.\n`
    : `  ${String(known)} lines were understood, ${String(notKnown.count)} were not, ${String(notKnown.torn)} are torn.\n`;
};

const place = ({ file, line }: LogLine): string =>
  `${printable(file.replace(/^.*[\\/]/, ''))}:${String(line)}`;

const shownPlaces = 3;

const findingLine = ({ tone, text, lines }: Finding): string => {
  const places = lines.slice(0, shownPlaces).map(place).join(', ');
  const more = lines.length > shownPlaces ? ', ...' : '';
  return `  ${tone.toUpperCase().padEnd(7)} ${printable(text)}${places === '' ? '' : ` (${places}${more})`}\n`;
};

const mostWidth = 40;

/** The newest rows of a long table. */
const shownRows = 50;

const sectionTable = ({ title, columns, rows, earlier }: Section): string => {
  const shown = rows.slice(-shownRows);
  const texts = shown.map((row) => columns.map(({ kind }, column) => textOf(row, kind, column)));
  const widths = columns.map(({ title: head }, column) =>
    Math.min(mostWidth, Math.max(head.length, ...texts.map((cells) => cells[column]?.length ?? 0))),
  );
  const lineText = (cells: readonly string[]): string =>
    `    ${cells
      .map((text, column) => fit(text, widths[column] ?? 0, isNumber(columns[column]?.kind)))
      .join('  ')
      .trimEnd()}\n`;
  const hidden = rows.length - shown.length + earlier;
  return [
    `  ${title}${hidden > 0 ? ` (the last ${String(shown.length)} of ${String(rows.length + earlier)})` : ''}\n`,
    lineText(columns.map(({ title: head }) => head.toUpperCase())),
    ...texts.map(lineText),
  ].join('');
};

const textOf = ({ cells }: Row, kind: Section['columns'][number]['kind'], column: number): string =>
  printable(cellText(kind, cells[column] ?? null));

const isNumber = (kind: string | undefined): boolean => kind !== 'text' && kind !== 'line';

const fit = (text: string, width: number, isRight: boolean): string => {
  if (text.length > width) return `${text.slice(0, width - 1)}…`;
  return isRight ? text.padStart(width) : text.padEnd(width);
};

/** How what was found in a log is printed. */
export const analysisWriters: Readonly<Record<LogArguments['format'], (result: Result) => string>> = {
  ndjson,
  table,
};
