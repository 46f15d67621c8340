import { parseScheduleTokens, type Recurrence } from './scheduleToken';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
/** The longest month: a limit that is twice the interval must not be too short. */
const month = 31 * day;

/**
 * How often a schedule recurs, in milliseconds. Of several tokens the most frequent counts. undefined for a
 * schedule that does not recur and for text that is no token.
 */
export const scheduleInterval = (tokens: string): number | undefined => {
  const intervals = (parseScheduleTokens(tokens) ?? [])
    .map(({ recurrence }) => intervalOf(recurrence))
    .filter((interval) => interval !== undefined);
  return intervals.length === 0 ? undefined : Math.min(...intervals);
};

const intervalOf = (recurrence: Recurrence): number | undefined => {
  switch (recurrence.kind) {
    case 'interval':
      return recurrence.minutes * minute + recurrence.hours * hour + recurrence.days * day;
    case 'weekly':
      return recurrence.weeks * week;
    case 'monthlyByWeekday':
    case 'monthlyByDate':
      return recurrence.months * month;
    case 'once':
    case 'unknown':
      return undefined;
  }
};
