import { parseScheduleTokens, type Recurrence, type ScheduleToken } from './scheduleToken';

/**
 * A schedule in words: `every 7 days at 22:00`, `every Saturday`. Text that is no token, or of a type that is not
 * documented, is shown as it is: that HealthCheckSchedule holds such tokens is inferred, not documented.
 */
export const scheduleWords = (tokens: string | undefined): string => {
  if (tokens === undefined || tokens === '') return 'no schedule';
  const parsed = parseScheduleTokens(tokens);
  if (parsed === undefined) return `schedule ${tokens}`;
  return parsed
    .map((token) => {
      const words = recurrenceWords(token.recurrence);
      return words === undefined ? `schedule ${token.text}` : `${words}${timeWords(token)}`;
    })
    .join(', ');
};

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const orders = ['last', 'first', 'second', 'third', 'fourth'];

const recurrenceWords = (recurrence: Recurrence): string | undefined => {
  switch (recurrence.kind) {
    case 'once':
      return 'once';
    case 'interval':
      return intervalWords(recurrence.days, recurrence.hours, recurrence.minutes);
    case 'weekly':
      return recurrence.weeks === 1
        ? `every ${dayName(recurrence.weekday)}`
        : `every ${recurrence.weeks} weeks on ${dayName(recurrence.weekday)}`;
    case 'monthlyByWeekday':
      return `the ${orders[recurrence.order] ?? ''} ${dayName(recurrence.weekday)} of ${monthWords(recurrence.months)}`;
    case 'monthlyByDate':
      return `${recurrence.day === 0 ? 'the last day' : `day ${recurrence.day}`} of ${monthWords(recurrence.months)}`;
    case 'unknown':
      return undefined;
  }
};

const dayName = (weekday: number): string => days[weekday] ?? '';

const intervalWords = (ofDays: number, ofHours: number, ofMinutes: number): string => {
  const parts = [counted(ofDays, 'day'), counted(ofHours, 'hour'), counted(ofMinutes, 'minute')].filter(
    (part) => part !== undefined,
  );
  return `every ${parts.join(' ').replace(/^1 (?=\w+$)/, '')}`;
};

const counted = (count: number, unit: string): string | undefined =>
  count === 0 ? undefined : `${count} ${unit}${count === 1 ? '' : 's'}`;

const monthWords = (months: number): string => (months === 1 ? 'every month' : `every ${months} months`);

/** The time of day that was chosen. */
const timeWords = ({ isSimple, isUtc, start }: ScheduleToken): string =>
  isSimple ? '' : ` at ${new Date(start).toISOString().slice(11, 16)}${isUtc ? ' UTC' : ''}`;
