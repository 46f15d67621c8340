import {
  dollar,
  greater,
  indexIn,
  isBlank,
  less,
  openParenthesis,
  skipBlanks,
  space,
  tilde,
  trimmedEnd,
} from '../scan/ascii';
import { formatNumber, type RecordFields } from '../scan/recordFields';
import { fixedClock, readBias } from '../time/clock';
import { readCStamp } from '../time/cStamp';
import { lastIndexOfByte, Literal } from '../scan/words';
import type { DayCache } from '../time/date';
import { dayMs } from '../time/dayNumber';

/** Bytes; nothing longer is a trailer. Without a limit, what ends in `>` would be looked through to its start. */
const longestTrailer = 512;

const threadIs = new Literal('><thread=');

/**
 * Reads a line that ends in `$$<COMPONENT><stamp><thread=…>`, with its last `>` right before `to`; false for any
 * other. Read from its end, because a message may hold `$$<` itself. `~` is the writer's mark of a line's break: at
 * either end of the message it is no part of it.
 */
export const readServerLine = (
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
  record: RecordFields,
  days: DayCache,
): boolean => {
  const start = Math.max(from, to - longestTrailer);
  const thread = lastIndexOfByte(view, less, start, to) - 1;
  if (thread <= start || !threadIs.standsAt(view, thread)) return false;
  const stamp = lastIndexOfByte(view, less, start, thread);
  if (stamp - 1 <= start || bytes[stamp - 1] !== greater) return false;
  const component = lastIndexOfByte(view, less, start, stamp - 1);
  if (component - 2 < start || bytes[component - 1] !== dollar || bytes[component - 2] !== dollar)
    return false;
  record.begin(from, formatNumber.server);
  record.whole.to = to;
  readMessage(bytes, from, component - 2, record);
  record.component.set(component + 1, stamp - 1);
  readThread(bytes, thread + threadIs.length, to - 1, record);
  readStamp(bytes, view, stamp + 1, thread, record, days);
  return true;
};

const readMessage = (bytes: Uint8Array, from: number, to: number, { message }: RecordFields): void => {
  let [start, end] = [from, to];
  while (start < end && isMark(bytes[start] ?? 0)) start++;
  while (end > start && isMark(bytes[end - 1] ?? 0)) end--;
  message.set(start, end);
};

const isMark = (byte: number): boolean => byte === space || byte === tilde || isBlank(byte);

/** `2212 (0x8A4)`, or `2212`. */
const readThread = (bytes: Uint8Array, from: number, to: number, { thread }: RecordFields): void => {
  const hex = indexIn(bytes, openParenthesis, from, to);
  thread.set(skipBlanks(bytes, from, hex), trimmedEnd(bytes, from, hex));
};

/** `MM-dd-yyyy HH:mm:ss.fff+bias`; before ConfigMgr a C stamp, with `~` behind it and threads in hexadecimal in 1.x. */
const readStamp = (
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
  record: RecordFields,
  days: DayCache,
): void => {
  const day = days.fixed(view, from);
  const clock = to - from >= 23 ? fixedClock(bytes, from + 11) : -1;
  if (!Number.isNaN(day) && clock >= 0) {
    record.local = day * dayMs + clock;
    readBias(bytes, from + 23, to, record);
    return;
  }
  record.local = readCStamp(bytes, from, to);
  record.threadIsHex = bytes[to - 1] === tilde;
};
