import { isDigit, isLetter, skipBlanks, space } from '../scan/ascii';
import { readClock } from './clock';
import { monthNumber } from './date';
import { dayMs, dayNumber } from './dayNumber';

/**
 * Milliseconds of a stamp as the C library writes it, `Fri Dec  9 11:25:00 2022`, by the local clock; NaN for anything
 * else. What stands behind the year, such as the name of a zone, is passed over.
 */
export const readCStamp = (bytes: Uint8Array, from: number, to: number): number => {
  if (to - from < 20 || !isLetter(bytes[from] ?? 0) || bytes[from + 3] !== space) return NaN;
  const month = monthNumber(bytes, from + 4);
  if (month === 0) return NaN;
  const dayFrom = skipBlanks(bytes, from + 7, to);
  const [day, dayEnd] = readNumber(bytes, dayFrom, to);
  const clock = readClock(bytes, skipBlanks(bytes, dayEnd, to), to);
  const [year] = readNumber(bytes, skipBlanks(bytes, clock.end, to), to);
  return dayNumber(year, month, day) * dayMs + clock.ms;
};

const readNumber = (bytes: Uint8Array, from: number, to: number): readonly [value: number, end: number] => {
  let value = 0;
  let at = from;
  for (; at < to && at - from < 4 && isDigit(bytes[at] ?? 0); at++)
    value = value * 10 + (bytes[at] ?? 0) - 48;
  return [at === from ? NaN : value, at];
};
