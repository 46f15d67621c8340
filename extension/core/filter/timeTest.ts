import type { Comparator } from './filter';
import { ageOf, type TimePoint } from './timePoint';

/** @param now the time of the read, from which ages count; UTC epoch milliseconds like `time` */
export type TimeTest = (time: number | undefined, now: number) => boolean;

/** `<7d` is less than seven days ago; `<2026-05-01` is before that day. An unknown time fits nothing. */
export const timeTest = (comparator: Comparator, point: TimePoint): TimeTest => {
  const fits =
    point.kind === 'age' ? ageTest(comparator, ageOf(point)) : momentTest(comparator, point.start, point.end);
  return (time, now) => time !== undefined && fits(time, now);
};

type KnownTimeTest = (time: number, now: number) => boolean;

const ageTest = (comparator: Comparator, limit: number): KnownTimeTest => {
  switch (comparator) {
    case '<':
      return (time, now) => now - time < limit;
    case '<=':
      return (time, now) => now - time <= limit;
    case '>':
      return (time, now) => now - time > limit;
    case '>=':
      return (time, now) => now - time >= limit;
    case '=':
      return (time, now) => now - time === limit;
  }
};

const momentTest = (comparator: Comparator, start: number, end: number): KnownTimeTest => {
  switch (comparator) {
    case '<':
      return (time) => time < start;
    case '<=':
      return (time) => time < end;
    case '>':
      return (time) => time >= end;
    case '>=':
      return (time) => time >= start;
    case '=':
      return (time) => time >= start && time < end;
  }
};
