import { ascii, dot, isDigit, minus, slash, startsWith } from '../scan/ascii';
import { twoDigits } from './clock';
import { dayNumber } from './dayNumber';

/** Days since 1970, and where the date ends; NaN for none. */
export interface DateFound {
  readonly day: number;
  readonly end: number;
}

const noDate: DateFound = { day: NaN, end: 0 };

/** Keeps the day that was read last: records of a day stand together. */
export class DayCache {
  private monthAndDay = 0;
  private dayAndYear = 0;
  private year = 0;
  private day = NaN;

  /** Of `MM-dd-yyyy` at its fixed places, which must be there; NaN when something else stands there. */
  fixed(view: DataView, at: number): number {
    const monthAndDay = view.getInt32(at, true);
    const dayAndYear = view.getInt32(at + 4, true);
    const year = view.getInt16(at + 8, true);
    if (monthAndDay === this.monthAndDay && dayAndYear === this.dayAndYear && year === this.year)
      return this.day;
    this.monthAndDay = monthAndDay;
    this.dayAndYear = dayAndYear;
    this.year = year;
    return (this.day = fixedDate(new Uint8Array(view.buffer, view.byteOffset + at, 10)));
  }
}

const fixedDate = (bytes: Uint8Array): number => {
  const [month, day, century, year] = [0, 3, 6, 8].map((at) => twoDigits(bytes, at)) as [
    number,
    number,
    number,
    number,
  ];
  if ((month | day | century | year) < 0 || bytes[2] !== minus || bytes[5] !== minus) return NaN;
  return dayNumber(century * 100 + year, month, day);
};

/**
 * `MM-dd-yyyy` in the order of the United States, as ConfigMgr writes it, also without padding and with slashes;
 * `yyyy-MM-dd` and `yyyy/MM/dd`; `dd.MM.yyyy`. A month beyond twelve is a day: then the order is the other one.
 */
export const readDate = (bytes: Uint8Array, from: number, to: number): DateFound => {
  let at = from;
  const parts: number[] = [];
  let mark = 0;
  let firstLength = 0;
  while (parts.length < 3) {
    if (parts.length > 0) {
      const here = bytes[at] ?? 0;
      if (here !== minus && here !== slash && here !== dot) return noDate;
      if (mark !== 0 && here !== mark) return noDate;
      mark = here;
      at++;
    }
    const start = at;
    let value = 0;
    for (; at < to && at - start < 4 && isDigit(bytes[at] ?? 0); at++)
      value = value * 10 + (bytes[at] ?? 0) - 48;
    if (at === start) return noDate;
    if (parts.length === 0) firstLength = at - start;
    parts.push(value);
  }
  const [first = 0, second = 0, third = 0] = parts;
  if (firstLength === 4) return { day: dayNumber(first, second, third), end: at };
  const dayFirst = mark === dot || first > 12;
  return { day: dayFirst ? dayNumber(third, second, first) : dayNumber(third, first, second), end: at };
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map(
  ascii,
);

/** The number of a month by its English name, cut to three letters; 0 when it is none. */
export const monthNumber = (bytes: Uint8Array, at: number): number =>
  months.findIndex((name) => startsWith(bytes, at, name)) + 1;
