import {
  ascii,
  dollar,
  greater,
  indexIn,
  isBlank,
  lastIndexIn,
  less,
  openParenthesis,
  skipBlanks,
  startsWith,
  tilde,
  trimmedEnd,
} from '../scan/ascii';
import { formatNumber, type RecordFields } from '../scan/recordFields';
import { readBias } from '../time/clock';
import { readCStamp } from '../time/cStamp';
import { readLeadingStamp } from '../time/leadingStamp';

/** Bytes; nothing longer is a trailer. Without a limit, what ends in `>` would be looked through to its start. */
const longestTrailer = 512;

const threadIs = ascii('><thread=');

/**
 * Reads a line that ends in `$$<COMPONENT><stamp><thread=…>`, with its last `>` right before `to`; false for any
 * other. Read from its end, because a message may hold `$$<` itself. `~` is the writer's mark of a line's break: at
 * either end of the message it is no part of it.
 */
export const readServerLine = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
): boolean => {
  const start = Math.max(from, to - longestTrailer);
  const thread = lastIndexIn(bytes, less, start, to) - 1;
  if (thread <= start || !startsWith(bytes, thread, threadIs)) return false;
  const stamp = lastIndexIn(bytes, less, start, thread);
  if (stamp - 1 <= start || bytes[stamp - 1] !== greater) return false;
  const component = lastIndexIn(bytes, less, start, stamp - 1);
  if (component - 2 < start || bytes[component - 1] !== dollar || bytes[component - 2] !== dollar)
    return false;
  record.begin(from, formatNumber.server);
  record.whole.to = to;
  readMessage(bytes, from, component - 2, record);
  record.component.set(component + 1, stamp - 1);
  readThread(bytes, thread + threadIs.length, to - 1, record);
  readStamp(bytes, stamp + 1, thread, record);
  return true;
};

const readMessage = (bytes: Uint8Array, from: number, to: number, { message }: RecordFields): void => {
  let [start, end] = [from, to];
  while (start < end && isServerTextMark(bytes[start] ?? 0)) start++;
  while (end > start && isServerTextMark(bytes[end - 1] ?? 0)) end--;
  message.set(start, end);
};

/** What stands at the ends of a message without being of it. */
export const isServerTextMark = (byte: number): boolean => byte === tilde || isBlank(byte);

/** `2212 (0x8A4)`, or `2212`. */
const readThread = (bytes: Uint8Array, from: number, to: number, { thread }: RecordFields): void => {
  const hex = indexIn(bytes, openParenthesis, from, to);
  thread.set(skipBlanks(bytes, from, hex), trimmedEnd(bytes, from, hex));
};

/** `MM-dd-yyyy HH:mm:ss.fff+bias`; before ConfigMgr a C stamp, with `~` behind it and threads in hexadecimal in 1.x. */
const readStamp = (bytes: Uint8Array, from: number, to: number, record: RecordFields): void => {
  const stamp = readLeadingStamp(bytes, from, to);
  if (!Number.isNaN(stamp.local)) {
    record.local = stamp.local;
    readBias(bytes, stamp.end, to, record);
    return;
  }
  record.local = readCStamp(bytes, from, to);
  record.threadIsHex = bytes[to - 1] === tilde;
};
