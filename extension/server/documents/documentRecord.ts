import { logFormats, severities, type LogFormat, type Severity } from '../../core/logs/scan/recordFields';
import { lastWhere } from './lastWhere';
import type { LogRecords } from './logRecords';
import type { RecordBlock } from './recordBlock';
import { formatOf, isTorn, severityOf, threadIsHex } from './recordColumns';

/** A record of an open log. Places are UTF-16 units of the document, half-open; lines are the editor's, from 0. */
export interface DocumentRecord {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly messageStart: number;
  readonly messageEnd: number;
  readonly severity: Severity;
  readonly format: LogFormat;
  readonly torn: boolean;
  readonly component: string | undefined;
  readonly thread: RecordThread | undefined;
  /** Milliseconds since 1970 by the writer's clock; NaN is unknown. */
  readonly local: number;
  readonly utc: number;
}

export interface RecordThread {
  /** As written. */
  readonly text: string;
  readonly isHex: boolean;
  readonly start: number;
}

export const recordOf = (records: LogRecords, block: RecordBlock, row: number): DocumentRecord => {
  const { columns, offset } = block;
  const { numbers } = records;
  const at = (column: Uint32Array): number => column[row] ?? 0;
  const start = offset + at(columns.starts);
  const line = block.line - 1 + at(columns.lines);
  const flags = columns.flags[row] ?? 0;
  const thread = numbers.text(at(columns.threads));
  return {
    index: block.first + row,
    start,
    end: start + at(columns.lengths),
    line,
    endLine: line + at(columns.moreLines),
    messageStart: start + at(columns.messageFrom),
    messageEnd: start + at(columns.messageTo),
    severity: severities[severityOf(flags)] ?? 'none',
    format: logFormats[formatOf(flags)] ?? 'plain',
    torn: isTorn(flags),
    component: numbers.text(at(columns.components)),
    thread:
      thread === undefined
        ? undefined
        : { text: thread, isHex: threadIsHex(flags), start: start + at(columns.threadFrom) },
    local: columns.locals[row] ?? NaN,
    utc: columns.utcs[row] ?? NaN,
  };
};

/** The record that a place is in or behind; undefined before the first one. */
export const recordAt = (records: LogRecords, offset: number): DocumentRecord | undefined => {
  const block = lastWhere(records.blocks.length, (index) => startOf(records.blocks[index]) <= offset);
  const found = records.blocks[block];
  if (found === undefined) return undefined;
  const { starts } = found.columns;
  const row = lastWhere(starts.length, (index) => found.offset + (starts[index] ?? 0) <= offset);
  return row < 0 ? undefined : recordOf(records, found, row);
};

/** By its number in the log; undefined where there is none. */
export const recordNumber = (records: LogRecords, index: number): DocumentRecord | undefined => {
  const block = records.blockOf(index);
  return block === undefined ? undefined : recordOf(records, block, index - block.first);
};

const startOf = (block: RecordBlock | undefined): number =>
  block === undefined ? Infinity : block.offset + (block.columns.starts[0] ?? 0);
