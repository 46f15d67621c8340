import { hash, isDigit, isLetter, less, openBracket } from '../scan/ascii';
import { formatNumber, severityNumber, type RecordFields } from '../scan/recordFields';
import { textSeverity } from '../severity/textSeverity';
import type { LineContext } from './context';
import { readIisLine } from './iis';
import { readMsiLine } from './msi';
import { readForumLine, readViewerLine } from './pasted';
import { readDatedLine, readSetupLine } from './stamped';
import { readToolkitLine } from './toolkit';

/**
 * Reads a line that is a record by itself, in any form but the two that ConfigMgr writes most (`recordScan`). Its
 * first byte tells which forms it may have; text without a time of its own inherits the time before it.
 */
export const readOtherLine = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
  context: LineContext,
): void => {
  if (readStampedLine(bytes, from, to, record, context)) {
    if (!Number.isNaN(record.local)) return;
  } else {
    record.begin(from, formatNumber.plain);
    record.message.set(from, to);
    record.severity = textSeverity(bytes, from, to, severityNumber.none);
  }
  record.local = context.local;
  record.bias = context.bias;
  record.biasIsOffset = context.biasIsOffset;
};

const readStampedLine = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
  context: LineContext,
): boolean => {
  const first = bytes[from] ?? 0;
  if (first === hash || context.iisFields !== undefined)
    if (readIisLine(bytes, from, to, record, context)) return true;
  if (readViewerLine(bytes, from, to, record)) return true;
  if (isDigit(first)) return readDatedLine(bytes, from, to, record);
  if (first === openBracket)
    return readToolkitLine(bytes, from, to, record) || readDatedLine(bytes, from, to, record);
  if (first === less) return readSetupLine(bytes, from, to, record);
  if (readMsiLine(bytes, from, to, record, context)) return true;
  return isLetter(first) && readForumLine(bytes, from, to, record);
};
