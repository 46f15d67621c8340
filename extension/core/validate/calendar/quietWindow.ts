import type { DistributionPoint } from '../../content/distributionPoint';
import { utcOf, wallTimeOf, type ZoneOffset } from '../schedule/timeZone';

export const windowKinds = ['backup', 'cleanup', 'other'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** A time in each week in which something else goes on, by the clocks of the DP. */
export interface QuietWindow {
  readonly name: string;
  readonly kind: WindowKind;
  /** 0 is Sunday; each day when there is none. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight. */
  readonly start: number;
  readonly minutes: number;
  /** Server names or site codes, in lower case; none means all. */
  readonly of: readonly string[];
}

/** A window on one date. Times are UTC epoch milliseconds. */
export interface WindowOnDate {
  readonly name: string;
  readonly kind: WindowKind;
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** The windows of a DP that touch a span of time, in order. */
export const windowsOf = (
  windows: readonly QuietWindow[],
  { serverName, siteCode }: Pick<DistributionPoint, 'serverName' | 'siteCode'>,
  offset: ZoneOffset,
  from: number,
  to: number,
): readonly WindowOnDate[] => {
  const names = [serverName.toLowerCase(), siteCode.toLowerCase()];
  const found: WindowOnDate[] = [];
  for (const { name, kind, weekdays, start, minutes, of } of windows) {
    if (of.length > 0 && !names.some((one) => of.includes(one))) continue;
    const length = minutes * minute;
    const first = Math.floor((wallTimeOf(from, offset) - length) / day) * day - day;
    for (let date = first; date <= wallTimeOf(to, offset) + day; date += day) {
      if (weekdays.length > 0 && !weekdays.includes(new Date(date).getUTCDay())) continue;
      const begins = utcOf(date + start * minute, offset);
      if (begins < to && begins + length > from)
        found.push({ name, kind, from: begins, to: begins + length });
    }
  }
  return found.sort((a, b) => a.from - b.from);
};

export interface ReadWindows {
  readonly windows: readonly QuietWindow[];
  /** What was not understood, for whoever wrote it. */
  readonly problems: readonly string[];
}

const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Windows from a setting: `{ "name", "kind", "days", "start": "22:00", "hours": 4, "dps": ["PS1"] }` each. */
export const readWindows = (value: unknown): ReadWindows => {
  const windows: QuietWindow[] = [];
  const problems: string[] = [];
  for (const [index, entry] of (Array.isArray(value) ? (value as readonly unknown[]) : []).entries()) {
    const read = windowOf(entry);
    if (typeof read === 'string') problems.push(`Window ${index + 1} is left out: ${read}`);
    else windows.push(read);
  }
  return { windows, problems };
};

const windowOf = (entry: unknown): QuietWindow | string => {
  if (typeof entry !== 'object' || entry === null) return 'it is no object.';
  const { name, kind, days = [], start, hours, dps = [] } = entry as Readonly<Record<string, unknown>>;
  const [, hour, minutes] = /^(\d\d):(\d\d)$/.exec(String(start)) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minutes) > 59)
    return 'start is no time such as 22:00.';
  if (typeof hours !== 'number' || !(hours > 0 && hours <= 168)) return 'hours is no number up to 168.';
  if (!isTexts(days) || !isTexts(dps)) return 'days and dps are lists of texts.';
  const weekdays = days.map((one) => weekdayNames.indexOf(one.toLowerCase()));
  if (weekdays.includes(-1)) return `days are ${weekdayNames.join(', ')}.`;
  return {
    name: typeof name === 'string' && name !== '' ? name : 'unnamed',
    kind: windowKinds.find((one) => one === kind) ?? 'other',
    weekdays,
    start: Number(hour) * 60 + Number(minutes),
    minutes: Math.round(hours * 60),
    of: dps.map((one) => one.toLowerCase()),
  };
};

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
