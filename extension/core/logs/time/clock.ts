import { colon, comma, dot, isDigit, minus, plus, space } from '../scan/ascii';
import type { RecordFields } from '../scan/recordFields';
import { word } from '../scan/words';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const longestBias = 24 * 60;

/** The number that two digits write; -1 when one is none. */
export const twoDigits = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
};

const [zeroHours, zeroMinutes, zeroFraction] = [word('00:0'), word('0:00'), word('.000')];
const upperHalves = word('\xf0\xf0\xf0\xf0');

/** Milliseconds of the day of `HH:mm:ss.fff` at its fixed places; -1 when something else stands there. */
export const fixedClock = (view: DataView, at: number): number => {
  const first = view.getInt32(at, true) - zeroHours;
  const second = view.getInt32(at + 4, true) - zeroMinutes;
  const third = view.getInt32(at + 8, true) - zeroFraction;
  // A digit is 0 to 9 now, and a mark 0: anything else leaves a bit, also when 6 is added to a digit.
  const above = (first + 0x06000606) | (second + 0x06060006) | (third + 0x06060600);
  if (((first | second | third | above) & upperHalves) !== 0) return -1;
  if (((first & 0xff0000) | (second & 0xff00) | (third & 0xff)) !== 0) return -1;
  const hours = (first & 15) * 10 + ((first >> 8) & 15);
  const minutes = (first >> 24) * 10 + (second & 15);
  const seconds = ((second >> 16) & 15) * 10 + (second >> 24);
  if (hours > 23 || minutes > 59 || seconds > 59) return -1;
  const fraction = ((third >> 8) & 15) * 100 + ((third >> 16) & 15) * 10 + (third >> 24);
  return hours * hourMs + minutes * minuteMs + seconds * 1000 + fraction;
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
