const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
/** The longest month: a limit that is twice the interval must not be too short. */
const month = 31 * day;

/**
 * How often a schedule recurs, in milliseconds, from its token text (16 hex digits, several tokens back to
 * back; layout of SMS_ScheduleMethods.ReadFromString). Of several tokens the most frequent counts. undefined
 * for a schedule that does not recur and for text that is no token.
 */
export const scheduleInterval = (tokens: string): number | undefined => {
  if (!/^(?:[0-9a-f]{16})+$/i.test(tokens)) return undefined;
  const intervals = Array.from(tokens.matchAll(/.{8}(.{8})/g), ([, digits]) =>
    tokenInterval(Number.parseInt(digits ?? '', 16)),
  ).filter((interval) => interval !== undefined);
  return intervals.length === 0 ? undefined : Math.min(...intervals);
};

/** @param word the token's second DWORD: type in bits 21-19, the recurrence below */
const tokenInterval = (word: number): number | undefined => {
  const bits = (shift: number, count: number): number => (word >>> shift) & (2 ** count - 1);
  const interval = intervals[bits(19, 3)]?.(bits) ?? 0;
  return interval > 0 ? interval : undefined;
};

/** By the token's type: 2 interval, 3 weekly, 4 monthly by weekday, 5 monthly by date. */
const intervals: Readonly<Record<number, (bits: (shift: number, count: number) => number) => number>> = {
  2: (bits) => bits(13, 6) * minute + bits(8, 5) * hour + bits(3, 5) * day,
  3: (bits) => bits(13, 3) * week,
  4: (bits) => bits(12, 4) * month,
  5: (bits) => bits(10, 4) * month,
};
