import { csvCell, neutralised } from '../../export/csv';
import type { LogRecord } from '../logRecord';

/** A record as it leaves the view: what was read, all of its text as written, and its file's name. */
export interface TextRecord {
  readonly record: LogRecord;
  readonly text: string;
  readonly file: string;
}

/** What records are written as; head and lines one after the other. */
export interface RecordWriter {
  readonly head: string;
  line(record: TextRecord): string;
}

const columns: readonly (readonly [title: string, cell: (record: TextRecord) => string])[] = [
  ['Time', ({ record }) => record.time?.replace('T', ' ') ?? ''],
  ['UTC', ({ record }) => record.utc ?? ''],
  ['Severity', ({ record }) => record.severity],
  ['Component', ({ record }) => record.component ?? ''],
  ['Thread', ({ record }) => String(record.thread ?? '')],
  ['Message', ({ record }) => record.message],
  ['Log', ({ file }) => file],
  ['Line', ({ record }) => String(record.line)],
];

const titles = columns.map(([title]) => title);
const cells = (record: TextRecord): readonly string[] => columns.map(([, cell]) => cell(record));

/** A cell of a table that is pasted: in one line, and nothing that a spreadsheet would run. */
const pasted = (text: string): string => neutralised(text.replaceAll(/\s+/g, ' ').trim());

export const tableWriter: RecordWriter = {
  head: `${titles.join('\t')}\n`,
  line: (record) => `${cells(record).map(pasted).join('\t')}\n`,
};

export const csvRecordWriter: RecordWriter = {
  head: `\ufeff${titles.join(',')}\r\n`,
  line: (record) => `${cells(record).map(csvCell).join(',')}\r\n`,
};

export const ndjsonWriter: RecordWriter = {
  head: '',
  line: ({ record, file }) => `${JSON.stringify({ file, ...record })}\n`,
};

/** As they are in their logs. */
export const originalWriter: RecordWriter = {
  head: '',
  line: ({ text }) => `${text.replace(/[\r\n]+$/, '')}\r\n`,
};
