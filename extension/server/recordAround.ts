import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nodeLogBytes } from '../adapters/files/nodeLogBytes';
import type { LogRecord } from '../core/logs/logRecord';
import { LogReader } from '../core/logs/logReader';
import type { BiasPolicy } from '../core/logs/time/utcOf';

/** A record, and the line of the document that its first line is. */
export interface RecordAround {
  readonly record: LogRecord;
  readonly line: number;
}

/** Lines looked at before the line: a record of more is one that nobody reads in a hover. */
const before = 200;

/** Lines looked at behind it, in turn, until the record is whole: mostly it is one line. */
const behind = [1, 20, 200];

/** UTF-16 units that are read of them. */
const longest = 2 ** 18;

const opener = /^\uFEFF?\[?<!\[LOG\[/;

/** The record that a line belongs to. Only its lines are read, so that the size of the log does not matter. */
export const recordAround = (
  document: TextDocument,
  line: number,
  bias: BiasPolicy,
): RecordAround | undefined => {
  const first = openerBefore(document, line);
  let around: RecordAround | undefined;
  for (const count of behind) {
    around = recordOf(document, { first, line, end: line + count }, bias);
    if (around?.record.torn === false) return around;
  }
  return around;
};

/** The line that the record begins with, when it is one that may span lines. */
const openerBefore = (document: TextDocument, line: number): number => {
  for (let at = line; at >= 0 && at > line - before; at--) {
    const head = document.getText({ start: { line: at, character: 0 }, end: { line: at, character: 9 } });
    if (opener.test(head)) return at;
  }
  return line;
};

const recordOf = (
  document: TextDocument,
  { first, line, end }: { readonly first: number; readonly line: number; readonly end: number },
  bias: BiasPolicy,
): RecordAround | undefined => {
  const text = document.getText({ start: { line: first, character: 0 }, end: { line: end, character: 0 } });
  const reader = new LogReader(nodeLogBytes(), bias);
  const records = [...reader.push(Buffer.from(text.slice(0, longest))), ...reader.end()];
  const number = line - first + 1;
  const record = records.find((one) => number >= one.line && number <= one.endLine);
  return record && { record, line: first + record.line - 1 };
};
