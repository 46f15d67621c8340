import type { Mention } from './mention';

/** `thread ID = 0x16A8 (5800)`, `thread ID = 129`, `thread ID 5800`, `processing thread 5800`, `Thread 0x12b4`. */
const form = /(\(?)\bthread(?: ID)?(?: =)? (0x[0-9A-F]{1,8}|\d[0-9A-F]{0,7})\b/dgi;

/** Threads that a message names, as those that it starts. `(Thread ID = 1150)` is the sender's, in hexadecimal. */
export const threads = (text: string): readonly Mention[] =>
  Array.from(text.matchAll(form), ({ 1: bracket, 2: written = '', indices }) => {
    const start = indices?.[2]?.[0] ?? 0;
    const isHex = bracket === '(' || !/^\d+$/.test(written);
    return { kind: 'thread', key: threadKey(written, isHex), start, end: start + written.length };
  });

/** The one spelling of a thread's number; what a script wrote for one stays as it is. */
export const threadKey = (written: string, isHex: boolean): string => {
  if (!/^(?:0x)?[0-9A-F]{1,8}$/i.test(written) || (!isHex && !/^\d+$/.test(written))) return written;
  return String(Number.parseInt(written, isHex ? 16 : 10));
};
