import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nodeLogBytes } from '../adapters/files/nodeLogBytes';
import type { LogRecord } from '../core/logs/logRecord';
import { LogReader } from '../core/logs/logReader';

/** A record, and the line of the document that its first line is. */
export interface RecordAround {
  readonly record: LogRecord;
  readonly line: number;
}

/** Lines looked at on either side: a record of more is one that nobody reads in a hover. */
const reach = 200;

/** UTF-16 units that are read of them. */
const longest = 2 ** 18;

const opener = /^\[?<!\[LOG\[/;

/** The record that a line belongs to. Only its lines are read, so that the size of the log does not matter. */
export const recordAround = (document: TextDocument, line: number): RecordAround | undefined => {
  let first = line;
  for (let at = line; at >= 0 && at > line - reach; at--) {
    const head = document.getText({ start: { line: at, character: 0 }, end: { line: at, character: 8 } });
    if (!opener.test(head.replace(/^\uFEFF/, ''))) continue;
    first = at;
    break;
  }
  return recordOf(document, first, line) ?? recordOf(document, line, line);
};

const recordOf = (document: TextDocument, first: number, line: number): RecordAround | undefined => {
  const text = document.getText({
    start: { line: first, character: 0 },
    end: { line: line + reach, character: 0 },
  });
  const reader = new LogReader(nodeLogBytes());
  const records = [...reader.push(Buffer.from(text.slice(0, longest))), ...reader.end()];
  const record = records.find((one) => line >= lineOf(one.line) && line <= lineOf(one.endLine));
  return record && { record, line: lineOf(record.line) };

  function lineOf(number: number): number {
    return first + number - 1;
  }
};
