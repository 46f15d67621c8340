import type { WallTime } from './scheduleToken';

/** When clocks turn: the `week`-th weekday of a month, 5 for its last one, by the clock that ends there. */
export interface ClockTurn {
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 5. */
  readonly week: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** A time zone: by its IANA name, or by the rule that Windows follows this year. Offsets are minutes east of UTC. */
export type TimeZone =
  | { readonly kind: 'named'; readonly name: string }
  | {
      readonly kind: 'rule';
      readonly name: string;
      readonly standard: number;
      /** undefined: the clocks never turn. */
      readonly daylight:
        { readonly offset: number; readonly begins: ClockTurn; readonly ends: ClockTurn } | undefined;
    };

/** Minutes that the zone's clocks are ahead of UTC at a time (UTC epoch milliseconds). */
export type ZoneOffset = (utc: number) => number;

const minute = 60_000;
const day = 24 * 60 * minute;

/** @throws RangeError for a name that is no zone's */
export const zoneOffset = (zone: TimeZone): ZoneOffset => {
  switch (zone.kind) {
    case 'named':
      return namedOffset(zone.name);
    case 'rule':
      return ruleOffset(zone);
  }
};

export const isZoneName = (name: string): boolean => {
  try {
    namedOffset(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const namedOffset = (timeZone: string): ZoneOffset => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (utc) => {
    const { value = '' } = format.formatToParts(utc).find(({ type }) => type === 'timeZoneName') ?? {};
    const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(value) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
};

const ruleOffset = ({ standard, daylight }: TimeZone & { readonly kind: 'rule' }): ZoneOffset => {
  if (daylight === undefined) return () => standard;
  return (utc) => {
    const year = new Date(utc + standard * minute).getUTCFullYear();
    const begins = turnIn(year, daylight.begins) - standard * minute;
    const ends = turnIn(year, daylight.ends) - daylight.offset * minute;
    // South of the equator daylight saving goes over the end of the year.
    const isDaylight = begins < ends ? utc >= begins && utc < ends : utc >= begins || utc < ends;
    return isDaylight ? daylight.offset : standard;
  };
};

const turnIn = (year: number, { month, week, weekday, hour, minute: minutes }: ClockTurn): WallTime => {
  const first = Date.UTC(year, month - 1, 1);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = 1 + ((weekday - new Date(first).getUTCDay() + 7) % 7) + 7 * (week - 1);
  return first + ((date > days ? date - 7 : date) - 1) * day + (hour * 60 + minutes) * minute;
};

export const wallTimeOf = (utc: number, offset: ZoneOffset): WallTime => utc + offset(utc) * minute;

/**
 * When clocks of the zone show that: of two times the first one, and where clocks leave it out, as much later as they
 * leave out.
 */
export const utcOf = (wall: WallTime, offset: ZoneOffset): number => {
  const [before, after] = [offset(wall - day), offset(wall + day)];
  const fits = (minutes: number): boolean => offset(wall - minutes * minute) === minutes;
  const shown = [before, after].filter(fits);
  return wall - (shown.length === 0 ? before : Math.max(...shown)) * minute;
};
