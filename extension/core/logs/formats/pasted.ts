import {
  closeParenthesis,
  isBlank,
  isDigit,
  isLetter,
  isWord,
  lastIndexIn,
  openParenthesis,
  skipBlanks,
  space,
  tab,
} from '../scan/ascii';
import { formatNumber, severityNumber, type RecordFields } from '../scan/recordFields';
import { textSeverity } from '../severity/textSeverity';
import { readLeadingStamp, type LeadingStamp } from '../time/leadingStamp';

/** Copied from a viewer: `text⇥component⇥date time⇥thread (0x…)`. The date is in the copier's locale. */
export const readViewerLine = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
): boolean => {
  const thread = lastIndexIn(bytes, tab, from, to);
  if (thread < 0 || threadEnd(bytes, thread + 1, to) !== to) return false;
  const time = lastIndexIn(bytes, tab, from, thread);
  const component = time < 0 ? -1 : lastIndexIn(bytes, tab, from, time);
  if (component < 0) return false;
  const stamp = readLeadingStamp(bytes, time + 1, thread);
  if (Number.isNaN(stamp.local)) return false;
  record.begin(from, formatNumber.viewer);
  fill(bytes, record, { message: [from, component], component: [component + 1, time], thread: thread + 1 });
  record.local = stamp.local;
  return true;
};

/** An export: `01-13-2016 17:56:42.885    DataTransferService    2752 (0xac0)    text`. */
export const readExportLine = (
  bytes: Uint8Array,
  from: number,
  to: number,
  stamp: LeadingStamp,
  record: RecordFields,
): boolean => {
  if (!readNamedThread(bytes, from, skipBlanks(bytes, stamp.end, to), to, formatNumber.export, record))
    return false;
  record.local = stamp.local;
  return true;
};

/** From documentation and forums: `SMS_DISTRIBUTION_MANAGER 2624 (0xa40) ~text`, without a time. */
export const readForumLine = (bytes: Uint8Array, from: number, to: number, record: RecordFields): boolean =>
  isLetter(bytes[from] ?? 0) && readNamedThread(bytes, from, from, to, formatNumber.forum, record);

const readNamedThread = (
  bytes: Uint8Array,
  from: number,
  component: number,
  to: number,
  format: number,
  record: RecordFields,
): boolean => {
  let componentEnd = component;
  while (componentEnd < to && isWord(bytes[componentEnd] ?? 0)) componentEnd++;
  const thread = skipBlanks(bytes, componentEnd, to);
  const end = threadEnd(bytes, thread, to);
  if (componentEnd === component || thread === componentEnd || end < 0) return false;
  record.begin(from, format);
  const message = skipMarks(bytes, end, to);
  fill(bytes, record, { message: [message, to], component: [component, componentEnd], thread });
  return true;
};

interface Parts {
  readonly message: readonly [from: number, to: number];
  readonly component: readonly [from: number, to: number];
  readonly thread: number;
}

const fill = (bytes: Uint8Array, record: RecordFields, { message, component, thread }: Parts): void => {
  record.message.set(...message);
  record.component.set(...component);
  let end = thread;
  while (isDigit(bytes[end] ?? 0)) end++;
  record.thread.set(thread, end);
  record.severity = textSeverity(bytes, message[0], message[1], severityNumber.info);
};

const skipMarks = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && (isBlank(bytes[at] ?? 0) || bytes[at] === 126)) at++;
  return at;
};

/** Where `2624 (0xa40)` ends; -1 when something else stands there. */
const threadEnd = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && at - from < 10 && isDigit(bytes[at] ?? 0)) at++;
  if (at === from || bytes[at] !== space || bytes[at + 1] !== openParenthesis) return -1;
  if (bytes[at + 2] !== 48 || ((bytes[at + 3] ?? 0) | 32) !== 120) return -1;
  const hex = at + 4;
  at = hex;
  while (at < to && at - hex < 8 && isWord(bytes[at] ?? 0)) at++;
  return at > hex && at < to && bytes[at] === closeParenthesis ? at + 1 : -1;
};
