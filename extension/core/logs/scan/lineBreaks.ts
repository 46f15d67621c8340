import { carriageReturn, isBreak, lineFeed } from './ascii';

// The lines of a text are those of VS Code: each ends in CR LF, LF or CR.

/** Where a line break ends. */
export const breakEnd = (bytes: Uint8Array, at: number): number =>
  bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1;

/** `to` when there is none. */
export const nextBreak = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && !isBreak(bytes[at] ?? 0)) at++;
  return at;
};

export const breaksIn = (bytes: Uint8Array, from: number, to: number): number => {
  let breaks = 0;
  for (let at = nextBreak(bytes, from, to); at < to; at = nextBreak(bytes, breakEnd(bytes, at), to)) breaks++;
  return breaks;
};

/**
 * Passes over line breaks, marks of byte order (some programs write one before each line) and the NULs that a torn
 * write leaves. A CR at the end waits for the LF that may follow, unless nothing does.
 */
export const passBreaks = (bytes: Uint8Array, from: number, isWhole: boolean): number => {
  for (let at = from; ;) {
    const byte = bytes[at];
    if (byte === carriageReturn) {
      if (at + 1 >= bytes.length && !isWhole) return at;
      at = breakEnd(bytes, at);
    } else if (byte === lineFeed || byte === 0) at++;
    else if (byte === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
    else return at;
  }
};

/** Where NULs and marks that were passed over begin: they tell the encoding of a line that is still to come. */
export const lineStart = (bytes: Uint8Array, from: number, to: number): number => {
  let start = to;
  while (start > from && !isBreak(bytes[start - 1] ?? 0)) start--;
  return to - start > longestMarks ? to : start;
};

/** Bytes; more NULs are those of a disk that was not written. */
const longestMarks = 2 ** 16;

/** The start of the UTF-8 character that a place is in. */
export const characterStart = (bytes: Uint8Array, at: number): number => {
  let start = at;
  while (at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
};
