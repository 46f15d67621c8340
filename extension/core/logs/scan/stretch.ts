import { isBreak, lineFeed } from './ascii';

/** How many bytes a character of ASCII takes, and at which of them it stands. */
export type Width = 'single' | 'utf16le' | 'utf16be';

/** A part of a file in one encoding. */
export interface Stretch {
  /** Where it ends. */
  readonly end: number;
  /** What follows has this encoding; undefined when what follows is not known yet, or nothing does. */
  readonly next: Width | undefined;
}

/** Bytes of a line that tell an encoding from another one. */
const sampleBytes = 16;

/**
 * How far bytes that begin at the start of a line have the encoding that they begin with. Programs with different
 * encodings append to one file; the encoding may change at the start of any line. `isStart`: the file begins here; `isWhole`: nothing follows.
 */
export const stretchOf = (
  bytes: Uint8Array,
  from: number,
  width: Width,
  isStart: boolean,
  isWhole: boolean,
): Stretch =>
  width === 'single'
    ? singleStretch(bytes, from, isStart, isWhole)
    : wideStretch(bytes, from, width, isWhole);

/** Text in ANSI or UTF-8 has no NUL, text in UTF-16 has one beside each character of ASCII. */
const singleStretch = (bytes: Uint8Array, from: number, isStart: boolean, isWhole: boolean): Stretch => {
  const whole = { end: bytes.length, next: undefined };
  for (let nul = isStart && hasMark(bytes, from) ? from : bytes.indexOf(0, from); nul >= 0;) {
    let line = nul > from ? Math.max(from, bytes.lastIndexOf(lineFeed, nul - 1) + 1) : from;
    while (isBreak(bytes[line] ?? 0)) line++;
    if (bytes.length - line < sampleBytes && !isWhole) return { end: line, next: undefined };
    const next = wideAt(bytes, line);
    if (next !== undefined) return { end: line, next };
    const lineEnd = bytes.indexOf(lineFeed, nul);
    nul = lineEnd < 0 ? -1 : bytes.indexOf(0, lineEnd);
  }
  return whole;
};

const hasMark = (bytes: Uint8Array, at: number): boolean =>
  (bytes[at] === 0xff && bytes[at + 1] === 0xfe) || (bytes[at] === 0xfe && bytes[at + 1] === 0xff);

/** The encoding of a line that begins with two characters of ASCII, or a mark, in UTF-16. */
const wideAt = (bytes: Uint8Array, at: number): 'utf16le' | 'utf16be' | undefined => {
  const [first = 0, second = 0, third = 1, fourth = 1] = bytes.subarray(at, at + 4);
  if (first === 0xff && second === 0xfe) return 'utf16le';
  if (first === 0xfe && second === 0xff) return 'utf16be';
  if (second === 0 && fourth === 0 && isText(first) && isText(third)) return 'utf16le';
  if (first === 0 && third === 0 && isText(second) && isText(fourth)) return 'utf16be';
  return undefined;
};

const wideStretch = (
  bytes: Uint8Array,
  from: number,
  width: 'utf16le' | 'utf16be',
  isWhole: boolean,
): Stretch => {
  const low = width === 'utf16le' ? 0 : 1;
  let end = from;
  for (; end + 1 < bytes.length; end += 2) {
    if (bytes[end + low] !== lineFeed || bytes[end + 1 - low] !== 0) continue;
    const line = end + 2;
    // The line feed is left, because only behind one the encoding is asked for again.
    if (bytes.length - line < sampleBytes && !isWhole) return { end, next: undefined };
    if (isSingleAt(bytes, line)) return { end: line, next: 'single' };
  }
  return { end: isWhole ? bytes.length : end, next: undefined };
};

/** Whether a line is ASCII of one byte a character: as UTF-16 it would begin with eight Chinese characters. */
const isSingleAt = (bytes: Uint8Array, at: number): boolean => {
  const sample = bytes.subarray(at, at + sampleBytes);
  const start = sample.findIndex((byte) => !isBreak(byte));
  const end = sample.indexOf(lineFeed, Math.max(0, start));
  const line = end < 0 ? sample : sample.subarray(0, end + 1);
  return start >= 0 && line.length >= 4 && line.every(isText);
};

const isText = (byte: number): boolean => (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13);

/**
 * Text in UTF-16 with a byte for each unit, so that records are found in it as in any other: what is not ASCII becomes
 * 0xFF, and the mark of byte order NUL, which is passed over.
 */
export const narrowed = (
  bytes: Uint8Array,
  from: number,
  to: number,
  width: 'utf16le' | 'utf16be',
): Uint8Array => {
  const low = width === 'utf16le' ? 0 : 1;
  const narrow = new Uint8Array((to - from) >> 1);
  for (let index = 0, at = from; index < narrow.length; index++, at += 2) {
    const lowByte = bytes[at + low] ?? 0;
    const highByte = bytes[at + 1 - low] ?? 0;
    if (highByte === 0 && lowByte < 0x80) narrow[index] = lowByte;
    else narrow[index] = highByte === 0xfe && lowByte === 0xff ? 0 : 0xff;
  }
  return narrow;
};
