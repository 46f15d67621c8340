import { colon, skipBlanks } from '../scan/ascii';
import { readClock } from './clock';
import { readDate } from './date';
import { dayMs } from './dayNumber';

/** A date and a time at the start of a text; `local` is NaN when there is none. */
export interface LeadingStamp {
  readonly local: number;
  readonly end: number;
}

const noStamp: LeadingStamp = { local: NaN, end: 0 };

/** `2024-02-20 10:11:12`, `2021/07/13 10:22:58.9553434`, `2024-02-20T10:11:12`, `02-03-2021: 07:53:56`, `7.8.2012 0:12`. */
export const readLeadingStamp = (bytes: Uint8Array, from: number, to: number): LeadingStamp => {
  const date = readDate(bytes, from, to);
  if (Number.isNaN(date.day)) return noStamp;
  let at = date.end;
  if (bytes[at] === colon || bytes[at] === letterT) at++;
  const clockFrom = skipBlanks(bytes, at, to);
  if (clockFrom === date.end) return noStamp;
  const clock = readClock(bytes, clockFrom, to);
  return Number.isNaN(clock.ms) ? noStamp : { local: date.day * dayMs + clock.ms, end: clock.end };
};

const letterT = 84;
