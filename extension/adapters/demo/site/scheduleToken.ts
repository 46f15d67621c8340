/**
 * Schedule tokens: two 32-bit words as 16 hex digits, laid out as in SMS_ScheduleMethods.ReadFromString.
 * The start here is a fixed Sunday, 2024-01-07.
 */
const startWord = (startHour: number): number =>
  ((startHour & 31) << 21) | (7 << 16) | (1 << 12) | ((2024 - 1970) << 6);

const token = (startHour: number, recurrence: number): string =>
  [startWord(startHour), recurrence]
    .map((word) => (word >>> 0).toString(16).toUpperCase().padStart(8, '0'))
    .join('');

/** SMS_ST_RecurInterval: every so many days (up to 31) or hours (up to 23). */
export const everyDays = (days: number, startHour: number): string =>
  token(startHour, (2 << 19) | (days << 3));
export const everyHours = (hours: number, startHour: number): string =>
  token(startHour, (2 << 19) | (hours << 8));

/** SMS_ST_RecurWeekly: each week on a weekday, 1 is Sunday. */
export const weekly = (weekday: number, startHour: number): string =>
  token(startHour, (3 << 19) | (weekday << 16) | (1 << 13));
