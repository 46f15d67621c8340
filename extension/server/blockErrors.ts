import { recordCodes, type RecordCode } from '../core/logs/errors/recordCodes';
import { logFormats, severityNumber } from '../core/logs/scan/recordFields';
import type { RecordBlock } from './documents/recordBlock';
import type { SlicedText } from './documents/logText';
import { formatOf, severityOf } from './documents/recordColumns';

/** A record that is an error or a warning, and the codes that it names. */
export interface RecordError {
  /** Of the first code, from the start of the block, as its end. */
  readonly start: number;
  readonly end: number;
  readonly isError: boolean;
  readonly codes: readonly RecordCode[];
}

/** The errors and warnings of a block that name error codes; `text` is that of the document. */
export const blockErrors = (block: RecordBlock, text: SlicedText): readonly RecordError[] => {
  const { starts, messageFrom, messageTo, flags } = block.columns;
  const found: RecordError[] = [];
  for (let row = 0; row < block.count; row++) {
    const flag = flags[row] ?? 0;
    const severity = severityOf(flag);
    if (severity < severityNumber.warning) continue;
    const start = starts[row] ?? 0;
    const from = start + (messageFrom[row] ?? 0);
    const message = text.slice(block.offset + from, block.offset + start + (messageTo[row] ?? 0));
    const codes = recordCodes(message, logFormats[formatOf(flag)] ?? 'plain');
    const [first] = codes;
    if (first === undefined) continue;
    const isError = severity === severityNumber.error;
    found.push({ start: from + first.start, end: from + first.end, isError, codes });
  }
  return found;
};
