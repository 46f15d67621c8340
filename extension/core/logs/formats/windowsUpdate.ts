import { isBlank, isDigit, isLetter, skipBlanks } from '../scan/ascii';
import { formatNumber, severityNumber, type RecordFields } from '../scan/recordFields';
import { textSeverity } from '../severity/textSeverity';
import type { LeadingStamp } from '../time/leadingStamp';

/**
 * `2021/07/13 10:22:58.9553434 3696  8172  Shared  text`: process, thread, component; the old form has the thread in
 * hexadecimal, `2014-02-09 19:15:26:130  800 ed0 Agent text`.
 */
export const readWindowsUpdate = (
  bytes: Uint8Array,
  from: number,
  to: number,
  stamp: LeadingStamp,
  record: RecordFields,
): boolean => {
  if (!isBlank(bytes[stamp.end] ?? 0)) return false;
  const process = skipBlanks(bytes, stamp.end, to);
  const processEnd = wordEnd(bytes, process, to, isDigit);
  const thread = skipBlanks(bytes, processEnd, to);
  const threadEnd = wordEnd(bytes, thread, to, isHexDigit);
  const component = skipBlanks(bytes, threadEnd, to);
  if (processEnd === process || threadEnd === thread || thread === processEnd) return false;
  if (component === threadEnd || component >= to || !isLetter(bytes[component] ?? 0)) return false;
  const componentEnd = wordEnd(bytes, component, to, (byte) => !isBlank(byte));
  record.begin(from, formatNumber.windowsUpdate);
  record.local = stamp.local;
  record.thread.set(thread, threadEnd);
  record.threadIsHex = bytes[from + 4] === 45;
  record.component.set(component, componentEnd);
  record.message.set(skipBlanks(bytes, componentEnd, to), to);
  record.severity = textSeverity(bytes, componentEnd, to, severityNumber.info);
  return true;
};

const isHexDigit = (byte: number): boolean => isDigit(byte) || ((byte | 32) >= 97 && (byte | 32) <= 102);

const wordEnd = (bytes: Uint8Array, from: number, to: number, isOf: (byte: number) => boolean): number => {
  let at = from;
  while (at < to && isOf(bytes[at] ?? 0)) at++;
  return at;
};
