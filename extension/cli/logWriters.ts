import type { FileRecord } from '../core/logs/mergeRecords';
import type { LogArguments } from './logArguments';
import { printable } from './printable';

export interface LogWriter<Printed> {
  readonly head: string;
  line(record: Printed): string;
}

export type LogWriters<Printed> = Readonly<Record<LogArguments['format'], LogWriter<Printed>>>;

export type Column<Printed> = readonly [title: string, width: number, cell: (record: Printed) => string];

/** Ahead of the message, which may be long. */
export const columns: readonly Column<FileRecord>[] = [
  ['TIME', 24, ({ utc, time }) => utc ?? time ?? ''],
  ['SEVERITY', 8, ({ severity }) => severity],
  ['COMPONENT', 30, ({ component }) => component ?? ''],
  ['THREAD', 8, ({ thread }) => String(thread ?? '')],
  ['WHERE', 28, ({ file, line }) => `${file.replace(/^.*[\\/]/, '')}:${line}`],
];

export const messageColumn: Column<FileRecord> = ['MESSAGE', Infinity, ({ message }) => message];

const fit = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : width === Infinity ? text : text.padEnd(width);

/** How records are printed: a JSON object each, or a line of these columns. */
export const writersOf = <Printed>(columns: readonly Column<Printed>[]): LogWriters<Printed> => {
  const row = (cellOf: (column: Column<Printed>) => string): string =>
    `${columns.map((column) => fit(printable(cellOf(column)), column[1])).join('  ')}\n`;
  return {
    ndjson: { head: '', line: (record) => `${JSON.stringify(record)}\n` },
    table: { head: row(([title]) => title), line: (record) => row(([, , cell]) => cell(record)) },
  };
};

/** A time with `Z` is UTC, one without is local. */
export const logWriters = writersOf<FileRecord>([...columns, messageColumn]);
