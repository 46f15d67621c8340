/**
 * What a time is compared with: a time so long before the read, in hours; or a stretch of time as it was written, a
 * day or a minute, half-open, UTC epoch milliseconds.
 */
export type TimePoint =
  | { readonly kind: 'age'; readonly hours: number }
  | { readonly kind: 'moment'; readonly start: number; readonly end: number };

const units = { h: 1, d: 24, w: 7 * 24 } as const;
const hour = 3_600_000;
const minute = 60_000;
const day = 24 * hour;

const isUnit = (text: string): text is keyof typeof units => Object.hasOwn(units, text);

/** `7d`, `12h`, `2w`; `2026-05-01`; `2026-05-01T12:30`, with or without Z. All are UTC. */
export const parseTimePoint = (text: string): TimePoint | undefined => {
  const [, amount, unit = ''] = /^(\d{1,6})([hdw])$/i.exec(text) ?? [];
  const letter = unit.toLowerCase();
  if (amount !== undefined && isUnit(letter)) return { kind: 'age', hours: Number(amount) * units[letter] };
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)Z?)?$/i.exec(text) ?? [];
  if (date === undefined) return undefined;
  const written = `${date}T${time ?? '00:00'}:00.000Z`;
  const start = Date.parse(written);
  // A day that the month does not have is not taken for one of the next.
  if (Number.isNaN(start) || new Date(start).toISOString() !== written) return undefined;
  return { kind: 'moment', start, end: start + (time === undefined ? day : minute) };
};

/** As text that parses to the same. */
export const printTimePoint = (point: TimePoint): string => {
  if (point.kind === 'age') {
    const unit = (['w', 'd'] as const).find((one) => point.hours % units[one] === 0) ?? 'h';
    return `${point.hours / units[unit]}${unit}`;
  }
  const text = new Date(point.start).toISOString();
  return point.end - point.start === day ? text.slice(0, 10) : `${text.slice(0, 16)}Z`;
};

/** How long ago an age is, in milliseconds. */
export const ageOf = ({ hours }: Extract<TimePoint, { kind: 'age' }>): number => hours * hour;
