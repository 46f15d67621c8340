import { colon, comma, dot, isDigit, minus, plus, space } from '../scan/ascii';
import type { RecordFields } from '../scan/recordFields';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const longestBias = 24 * 60;

/** The number that two digits write; -1 when one is none. */
export const twoDigits = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
};

/** Milliseconds of the day of `HH:mm:ss.fff` at its fixed places; -1 when something else stands there. */
export const fixedClock = (bytes: Uint8Array, at: number): number => {
  const hours = twoDigits(bytes, at);
  const minutes = twoDigits(bytes, at + 3);
  const seconds = twoDigits(bytes, at + 6);
  const hundredths = twoDigits(bytes, at + 9);
  const thousandth = (bytes[at + 11] ?? 0) - 48;
  if ((hours | minutes | seconds | hundredths) < 0 || thousandth < 0 || thousandth > 9) return -1;
  if (bytes[at + 2] !== colon || bytes[at + 5] !== colon || bytes[at + 8] !== dot) return -1;
  if (hours > 23 || minutes > 59 || seconds > 59) return -1;
  return hours * hourMs + minutes * minuteMs + seconds * 1000 + hundredths * 10 + thousandth;
};

/**
 * Reads `+300`, `-60`, `+-300` and ` 600` up to `to`; nothing else may stand there. A doubled sign and one printed as
 * a blank are those of scripts, which write the offset from UTC.
 */
export const readBias = (bytes: Uint8Array, from: number, to: number, record: RecordFields): void => {
  let at = from;
  const first = bytes[at];
  if (at >= to || (first !== plus && first !== minus && first !== space)) return;
  at++;
  const doubled = first === plus && bytes[at] === minus;
  if (doubled) at++;
  if (at >= to || to - at > 4) return;
  let minutes = 0;
  for (; at < to; at++) {
    const digit = bytes[at] ?? 0;
    if (!isDigit(digit)) return;
    minutes = minutes * 10 + digit - 48;
  }
  if (minutes > longestBias) return;
  record.bias = first === minus || doubled ? -minutes : minutes;
  record.biasIsOffset = doubled || first === space;
};

/** What `readClock` found last: milliseconds of the day, NaN for no clock, and where it ends. */
export interface Clock {
  readonly ms: number;
  readonly end: number;
}

const noClock: Clock = { ms: NaN, end: 0 };

/**
 * A time in any form that occurs: `H:mm:ss`, `11.02.03`, a fraction of any length behind `.`, `,` or `:`, ` PM`.
 * Six digits may be microseconds or three and a bias that lost its sign: they are taken as a fraction.
 */
export const readClock = (bytes: Uint8Array, from: number, to: number): Clock => {
  let at = from;
  const parts = [0, 0, 0];
  for (let part = 0; part < 3; part++) {
    if (part > 0) {
      if (bytes[at] !== colon && bytes[at] !== dot) return noClock;
      at++;
    }
    const start = at;
    while (at < to && at - start < 2 && isDigit(bytes[at] ?? 0)) at++;
    if (at === start) return noClock;
    for (let digit = start; digit < at; digit++)
      parts[part] = (parts[part] ?? 0) * 10 + (bytes[digit] ?? 0) - 48;
  }
  let fraction = 0;
  const mark = bytes[at];
  if (at + 1 < to && (mark === dot || mark === comma || mark === colon) && isDigit(bytes[at + 1] ?? 0)) {
    at++;
    for (let weight = 100; at < to && isDigit(bytes[at] ?? 0); at++, weight /= 10)
      if (weight >= 1) fraction += ((bytes[at] ?? 0) - 48) * weight;
  } else if (mark === dot && at < to) at++;
  let [hours = 0] = parts;
  const [, minutes = 0, seconds = 0] = parts;
  const half = (bytes[at + 1] ?? 0) | 32;
  if (at + 2 < to && bytes[at] === space && ((bytes[at + 2] ?? 0) | 32) === 109 && hours <= 12) {
    if (half === 112 || half === 97) {
      hours = (hours % 12) + (half === 112 ? 12 : 0);
      at += 3;
    }
  }
  if (hours > 23 || minutes > 59 || seconds > 59) return noClock;
  return { ms: hours * hourMs + minutes * minuteMs + seconds * 1000 + fraction, end: at };
};
