const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `850 ms`, `4.25 s`, `12 min 5 s`, `3 h 20 min`, `2 d 4 h`. */
export const elapsedText = (milliseconds: number): string => {
  if (milliseconds < second) return `${milliseconds} ms`;
  if (milliseconds < minute) return `${Number((milliseconds / second).toFixed(2))} s`;
  if (milliseconds < hour) return two(milliseconds, minute, 'min', second, 's');
  if (milliseconds < day) return two(milliseconds, hour, 'h', minute, 'min');
  return two(milliseconds, day, 'd', hour, 'h');
};

const two = (span: number, large: number, largeName: string, small: number, smallName: string): string => {
  const rest = Math.floor((span % large) / small);
  return `${Math.floor(span / large)} ${largeName}${rest === 0 ? '' : ` ${rest} ${smallName}`}`;
};

/** `2023-05-09 15:30:09` of a time by a clock, in milliseconds since 1970 by that clock. */
export const clockText = (local: number): string =>
  new Date(local).toISOString().slice(0, 19).replace('T', ' ');

/** As the filter takes a minute. */
export const filterMinute = (local: number): string => new Date(local).toISOString().slice(0, 16);

/**
 * `15:30`, `15:30:09.5`, `2023-05-09`, `2023-05-09 15:30`: milliseconds by the clock of the log. A time without a day is
 * of the day that is looked at. undefined for anything else.
 */
export const parseClock = (text: string, lookedAt: string | null): number | undefined => {
  const match = /^(?:(\d{4}-\d\d-\d\d)[T ]?)?(?:(\d\d?):(\d\d)(?::(\d\d(?:\.\d{1,3})?))?)?$/.exec(
    text.trim(),
  );
  if (match === null || text.trim() === '') return undefined;
  const [, date = lookedAt?.slice(0, 10) ?? '', hours = '0', minutes = '0', seconds = '0'] = match;
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) >= 60 || Number.isNaN(start))
    return undefined;
  return start + Number(hours) * hour + Number(minutes) * minute + Math.round(Number(seconds) * second);
};
