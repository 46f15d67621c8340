import { recordCodes } from '../core/logs/errors/recordCodes';
import type { FileRecord } from '../core/logs/mergeRecords';
import { columns, messageColumn, writersOf, type LogWriters } from './logWriters';

/** What a code in a record means. */
interface PrintedCode {
  readonly code: string;
  readonly name: string | null;
  readonly meaning: string;
}

interface ErrorRecord extends FileRecord {
  readonly codes: readonly PrintedCode[];
}

const withCodes = (record: FileRecord): ErrorRecord => ({
  ...record,
  codes: recordCodes(record.message, record.format).map(({ error: { code, name = null, meaning } }) => ({
    code,
    name,
    meaning,
  })),
});

const joined = (codes: readonly PrintedCode[], part: (code: PrintedCode) => string): string =>
  codes.map(part).join('; ');

const writers = writersOf<ErrorRecord>([
  ...columns.filter(([title]) => title !== 'SEVERITY'),
  ['CODE', 10, ({ codes }) => joined(codes, ({ code }) => code)],
  ['NAME', 28, ({ codes }) => joined(codes, ({ name }) => name ?? '')],
  ['MEANING', 44, ({ codes }) => joined(codes, ({ meaning }) => meaning)],
  messageColumn,
]);

/** Prints records with what the error codes in them mean. */
export const errorWriters: LogWriters<FileRecord> = {
  ndjson: { ...writers.ndjson, line: (record) => writers.ndjson.line(withCodes(record)) },
  table: { ...writers.table, line: (record) => writers.table.line(withCodes(record)) },
};
