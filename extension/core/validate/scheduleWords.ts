/**
 * A schedule in words: `every 7 days at 22:00`, `every Saturday`. Text that is no token, or of a type that is not
 * documented, is shown as it is: that HealthCheckSchedule holds such tokens is inferred, not documented.
 * @param tokens 16 hex digits each, back to back (layout of SMS_ScheduleMethods.ReadFromString)
 */
export const scheduleWords = (tokens: string | undefined): string => {
  if (tokens === undefined || tokens === '') return 'no schedule';
  if (!/^(?:[0-9a-f]{16})+$/i.test(tokens)) return `schedule ${tokens}`;
  return Array.from(tokens.matchAll(/(.{8})(.{8})/g), ([token, first = '', second = '']) => {
    const words = recurrence(fieldsOf(second));
    return words === undefined ? `schedule ${token}` : `${words}${timeWords(fieldsOf(first), second)}`;
  }).join(', ');
};

type Fields = (shift: number, count: number) => number;

const fieldsOf = (digits: string): Fields => {
  const word = Number.parseInt(digits, 16);
  return (shift, count) => (word >>> shift) & (2 ** count - 1);
};

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const orders = ['last', 'first', 'second', 'third', 'fourth'];

/** By the token's type; undefined for one that is not documented. */
const recurrence = (of: Fields): string | undefined => {
  const dayName = days[of(16, 3) - 1] ?? 'some day';
  switch (of(19, 3)) {
    case 1:
      return 'once';
    case 2:
      return intervalWords(of(3, 5), of(8, 5), of(13, 6));
    case 3:
      return of(13, 3) <= 1 ? `every ${dayName}` : `every ${of(13, 3)} weeks on ${dayName}`;
    case 4:
      return `the ${orders[of(9, 3)] ?? 'some'} ${dayName} of ${monthWords(of(12, 4))}`;
    case 5:
      return `${of(14, 5) === 0 ? 'the last day' : `day ${of(14, 5)}`} of ${monthWords(of(10, 4))}`;
    default:
      return undefined;
  }
};

const intervalWords = (ofDays: number, ofHours: number, ofMinutes: number): string | undefined => {
  const parts = [counted(ofDays, 'day'), counted(ofHours, 'hour'), counted(ofMinutes, 'minute')].filter(
    (part) => part !== undefined,
  );
  if (parts.length === 0) return undefined;
  return `every ${parts.join(' ').replace(/^1 (?=\w+$)/, '')}`;
};

const counted = (count: number, unit: string): string | undefined =>
  count === 0 ? undefined : `${count} ${unit}${count === 1 ? '' : 's'}`;

const monthWords = (months: number): string => (months <= 1 ? 'every month' : `every ${months} months`);

/** The time of day that was chosen. A simple schedule has none: it starts in 1970. */
const timeWords = (start: Fields, second: string): string => {
  const isSimple = start(6, 6) === 0;
  if (isSimple) return '';
  const [hour, minute] = [start(21, 5), start(26, 6)].map((part) => String(part).padStart(2, '0'));
  const isUtc = (Number.parseInt(second, 16) & 1) === 1;
  return ` at ${hour ?? ''}:${minute ?? ''}${isUtc ? ' UTC' : ''}`;
};
