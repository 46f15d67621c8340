/** What a wall clock shows, in milliseconds since 1970 as if it showed UTC. */
export type WallTime = number;

export type Recurrence =
  | { readonly kind: 'once' }
  | { readonly kind: 'interval'; readonly days: number; readonly hours: number; readonly minutes: number }
  /** Weekdays from 0, Sunday. */
  | { readonly kind: 'weekly'; readonly weekday: number; readonly weeks: number }
  /** `order` 1 to 4, or 0 for the last one of the month. */
  | {
      readonly kind: 'monthlyByWeekday';
      readonly weekday: number;
      readonly order: number;
      readonly months: number;
    }
  /** `day` 0 is the last of the month. */
  | { readonly kind: 'monthlyByDate'; readonly day: number; readonly months: number }
  /** A type that is not documented, or fields out of their range. */
  | { readonly kind: 'unknown' };

/** One schedule token (layout of SMS_ScheduleMethods.ReadFromString). */
export interface ScheduleToken {
  /** 16 hex digits. */
  readonly text: string;
  readonly start: WallTime;
  /** Nobody chose the start: the default of 1970. */
  readonly isSimple: boolean;
  /** The start is in UTC, else in the time of the computer that it is for. */
  readonly isUtc: boolean;
  /** Milliseconds; 0 for none. */
  readonly duration: number;
  readonly recurrence: Recurrence;
}

const minute = 60_000;

/** The tokens of a text, which holds them back to back; undefined for a text that holds none, or anything else. */
export const parseScheduleTokens = (text: string): readonly ScheduleToken[] | undefined =>
  /^(?:[0-9a-f]{16})+$/i.test(text)
    ? Array.from(text.matchAll(/(.{8})(.{8})/g), ([token, first = '', second = '']) =>
        tokenOf(token, bitsOf(first), bitsOf(second)),
      )
    : undefined;

type Bits = (shift: number, count: number) => number;

const bitsOf = (digits: string): Bits => {
  const word = Number.parseInt(digits, 16);
  return (shift, count) => (word >>> shift) & (2 ** count - 1);
};

const tokenOf = (text: string, first: Bits, second: Bits): ScheduleToken => {
  const [year, month, day] = [1970 + first(6, 6), first(12, 4), first(16, 5)];
  const [hour, minutes] = [first(21, 5), first(26, 6)];
  const start = Date.UTC(year, month - 1, day, hour, minutes);
  const isTime =
    new Date(start).getUTCDate() === day && month >= 1 && month <= 12 && hour < 24 && minutes < 60;
  return {
    text,
    start,
    isSimple: year === 1970,
    isUtc: second(0, 1) === 1,
    duration: ((second(22, 5) * 24 + second(27, 5)) * 60 + first(0, 6)) * minute,
    recurrence: (isTime ? recurrenceOf(second) : undefined) ?? { kind: 'unknown' },
  };
};

/** undefined for what no documented schedule holds. */
const recurrenceOf = (of: Bits): Recurrence | undefined => {
  const weekday = of(16, 3) - 1;
  switch (of(19, 3)) {
    case 1:
      return { kind: 'once' };
    case 2: {
      const [days, hours, minutes] = [of(3, 5), of(8, 5), of(13, 6)];
      return hours < 24 && minutes < 60 && days + hours + minutes > 0
        ? { kind: 'interval', days, hours, minutes }
        : undefined;
    }
    case 3: {
      const weeks = of(13, 3);
      return weekday >= 0 && weeks >= 1 ? { kind: 'weekly', weekday, weeks } : undefined;
    }
    case 4: {
      const [months, order] = [of(12, 4), of(9, 3)];
      return weekday >= 0 && order <= 4 && isMonths(months)
        ? { kind: 'monthlyByWeekday', weekday, order, months }
        : undefined;
    }
    case 5: {
      const [months, day] = [of(10, 4), of(14, 5)];
      return isMonths(months) ? { kind: 'monthlyByDate', day, months } : undefined;
    }
    default:
      return undefined;
  }
};

const isMonths = (months: number): boolean => months >= 1 && months <= 12;
