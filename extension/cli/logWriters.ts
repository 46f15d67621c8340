import type { FileRecord } from '../core/logs/mergeRecords';
import type { LogArguments } from './logArguments';
import { printable } from './printable';

interface LogWriter {
  readonly head: string;
  line(record: FileRecord): string;
}

const columns: readonly (readonly [title: string, width: number, cell: (record: FileRecord) => string])[] = [
  ['TIME', 24, ({ utc, time }) => utc ?? time ?? ''],
  ['SEVERITY', 8, ({ severity }) => severity],
  ['COMPONENT', 30, ({ component }) => component ?? ''],
  ['THREAD', 8, ({ thread }) => String(thread ?? '')],
  ['WHERE', 28, ({ file, line }) => `${file.replace(/^.*[\\/]/, '')}:${line}`],
  ['MESSAGE', Infinity, ({ message }) => message],
];

const row = (cells: readonly string[]): string =>
  `${cells.map((cell, column) => fit(printable(cell), columns[column]?.[1] ?? 0)).join('  ')}\n`;

const fit = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : width === Infinity ? text : text.padEnd(width);

/** How records are printed; a time with `Z` is UTC, one without is local. */
export const logWriters: Readonly<Record<LogArguments['format'], LogWriter>> = {
  ndjson: { head: '', line: (record) => `${JSON.stringify(record)}\n` },
  table: {
    head: row(columns.map(([title]) => title)),
    line: (record) => row(columns.map(([, , cell]) => cell(record))),
  },
};
