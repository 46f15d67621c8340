import type { ScheduleToken, WallTime } from './scheduleToken';
import { utcOf, wallTimeOf, type ZoneOffset } from './timeZone';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * When a schedule is due, from `from` on and before `to` (UTC epoch milliseconds), in order. What the documentation
 * leaves open is taken so: spans are those of the wall clock; weeks are counted from the first of their weekday,
 * months from that of the start; a month that lacks the day is left out.
 * @param offset of the zone of the computer that the schedule is for
 */
export const occurrences = (
  token: ScheduleToken,
  offset: ZoneOffset,
  from: number,
  to: number,
): readonly number[] => {
  const zone: ZoneOffset = token.isUtc ? () => 0 : offset;
  // Clocks may turn in between.
  const [begin, end] = [wallTimeOf(from, zone) - day, wallTimeOf(to, zone) + day];
  const found = new Set<number>();
  for (const wall of wallTimes(token, begin, end)) {
    const time = utcOf(wall, zone);
    if (time >= from && time < to) found.add(time);
  }
  return [...found].sort((a, b) => a - b);
};

const wallTimes = (
  { start, recurrence }: ScheduleToken,
  begin: WallTime,
  end: WallTime,
): Iterable<WallTime> => {
  switch (recurrence.kind) {
    case 'once':
      return start >= begin && start < end ? [start] : [];
    case 'interval': {
      const { days, hours, minutes } = recurrence;
      return every(start, ((days * 24 + hours) * 60 + minutes) * minute, begin, end);
    }
    case 'weekly': {
      const first = start + ((recurrence.weekday - new Date(start).getUTCDay() + 7) % 7) * day;
      return every(first, recurrence.weeks * 7 * day, begin, end);
    }
    case 'monthlyByWeekday':
      return monthly(start, recurrence.months, begin, end, (month) =>
        weekdayOf(month, recurrence.weekday, recurrence.order),
      );
    case 'monthlyByDate':
      return monthly(start, recurrence.months, begin, end, (month) => dateOf(month, recurrence.day));
    case 'unknown':
      return [];
  }
};

function* every(first: WallTime, span: number, begin: WallTime, end: WallTime): Iterable<WallTime> {
  const passed = Math.max(0, Math.ceil((begin - first) / span));
  for (let wall = first + passed * span; wall < end; wall += span) yield wall;
}

/** @param dateIn day of a month, which begins at the time given; undefined where it has none */
function* monthly(
  start: WallTime,
  months: number,
  begin: WallTime,
  end: WallTime,
  dateIn: (month: WallTime) => number | undefined,
): Iterable<WallTime> {
  const [first, timeOfDay] = [monthsOf(start), start % day];
  const passed = Math.max(0, Math.floor((monthsOf(begin) - first) / months));
  for (let count = first + passed * months; ; count += months) {
    const month = Date.UTC(1970, count);
    if (month >= end) return;
    const date = dateIn(month);
    const wall = month + ((date ?? 0) - 1) * day + timeOfDay;
    if (date !== undefined && wall >= Math.max(start, begin) && wall < end) yield wall;
  }
}

/** Since January 1970. */
const monthsOf = (wall: WallTime): number => {
  const date = new Date(wall);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
};

const daysIn = (month: WallTime): number => {
  const date = new Date(month);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
};

const dateOf = (month: WallTime, date: number): number | undefined => {
  const last = daysIn(month);
  if (date === 0) return last;
  return date <= last ? date : undefined;
};

/** The first four of a weekday are in every month. */
const weekdayOf = (month: WallTime, weekday: number, order: number): number => {
  const first = 1 + ((weekday - new Date(month).getUTCDay() + 7) % 7);
  if (order > 0) return first + 7 * (order - 1);
  return first + 7 * Math.floor((daysIn(month) - first) / 7);
};
