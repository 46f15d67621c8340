import {
  ascii,
  closeBracket,
  closeParenthesis,
  colon,
  indexIn,
  openBracket,
  openParenthesis,
  skipBlanks,
  startsWith,
} from '../scan/ascii';
import { formatNumber, severityNumber, type RecordFields } from '../scan/recordFields';
import { textSeverity } from '../severity/textSeverity';
import { readClock } from '../time/clock';
import { dayMs } from '../time/dayNumber';
import { readLeadingStamp } from '../time/leadingStamp';
import type { LineContext } from './context';

const [header, prefix, failure] = [ascii('=== Verbose logging '), ascii('MSI ('), ascii('Return value 3')];

/** A time that is so much before the last one is of the next day: lines have no date. */
const halfDay = dayMs / 2;

/** Verbose logs of Windows Installer: `MSI (c) (F8:00) [07:33:22:272]: text`, and the header, which has the date. */
export const readMsiLine = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
  context: LineContext,
): boolean => {
  if (startsWith(bytes, from, header)) return readHeader(bytes, from, to, record, context);
  if (!startsWith(bytes, from, prefix)) return false;
  const componentEnd = indexIn(bytes, closeParenthesis, from, to) + 1;
  const thread = skipBlanks(bytes, componentEnd, to);
  const threadEnd = indexIn(bytes, closeParenthesis, thread, to);
  const clockFrom = skipBlanks(bytes, threadEnd + 1, to);
  if (bytes[thread] !== openParenthesis || bytes[clockFrom] !== openBracket || clockFrom >= to) return false;
  const clock = readClock(bytes, clockFrom + 1, to);
  if (Number.isNaN(clock.ms) || bytes[clock.end] !== closeBracket) return false;
  let text = clock.end + 1;
  if (bytes[text] === colon) text = skipBlanks(bytes, text + 1, to);
  record.begin(from, formatNumber.msi);
  record.component.set(from, componentEnd);
  record.thread.set(thread + 1, threadEnd);
  record.message.set(Math.min(text, to), to);
  record.local = localOf(clock.ms, context);
  record.severity = failsAt(bytes, text, to)
    ? severityNumber.error
    : textSeverity(bytes, text, to, severityNumber.info);
  return true;
};

const readHeader = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
  context: LineContext,
): boolean => {
  const stamp = readLeadingStamp(bytes, skipBlanks(bytes, indexIn(bytes, colon, from, to) + 1, to), to);
  if (Number.isNaN(stamp.local)) return false;
  record.begin(from, formatNumber.msi);
  record.message.set(from, to);
  record.local = stamp.local;
  record.severity = severityNumber.info;
  context.day = Math.floor(stamp.local / dayMs);
  return true;
};

const localOf = (ms: number, context: LineContext): number => {
  const local = context.day * dayMs + ms;
  if (local >= context.local - halfDay || Number.isNaN(local)) return local;
  context.day += 1;
  return local + dayMs;
};

/** `Return value 3` is how an action that failed ends. */
const failsAt = (bytes: Uint8Array, from: number, to: number): boolean => {
  const at = to - failure.length;
  return [at, at - 1].some((place) => place >= from && startsWith(bytes, place, failure));
};
