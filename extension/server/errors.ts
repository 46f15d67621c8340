import { severityNumber } from '../core/logs/scan/recordFields';
import type { LogDocument } from './documents/logDocument';
import { recordOf } from './documents/documentRecord';
import { severityOf } from './documents/recordColumns';

/** An error record, and whether the way to it led around an end of the log. Lines count from 0. */
export interface FoundError {
  readonly line: number;
  readonly isAround: boolean;
}

/** The error in a later line than this one, or an earlier one, else from the other end on; null: there is none. */
export const errorFrom = (document: LogDocument, line: number, isBackward: boolean): FoundError | null => {
  let around: number | undefined;
  const { blocks } = document.records;
  for (const block of isBackward ? blocks.toReversed() : blocks)
    for (const row of errorRows(block.columns.flags, isBackward)) {
      const found = recordOf(document.records, block, row).line;
      if (isBackward ? found < line : found > line) return { line: found, isAround: false };
      around ??= found;
    }
  return around === undefined ? null : { line: around, isAround: true };
};

const errorRows = (flags: Uint16Array, isBackward: boolean): readonly number[] => {
  const rows: number[] = [];
  flags.forEach((flag, row) => {
    if (severityOf(flag) === severityNumber.error) rows.push(row);
  });
  return isBackward ? rows.reverse() : rows;
};
