import { wrongZones } from './dpTimeZones';
import { readWindows, type QuietWindow } from './quietWindow';

export interface CalendarSettings {
  /** IANA names by server name, site code or `*`. */
  readonly timeZones: Readonly<Record<string, string>>;
  readonly windows: readonly QuietWindow[];
  /** What was not understood, for whoever wrote it. */
  readonly problems: readonly string[];
}

const prefix = 'configmgrContent.validation.';

/** Settings as a window or a file has them: `timeZones` and `windows`, with or without their prefix. */
export const readCalendarSettings = (value: unknown): CalendarSettings => {
  const all = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const given = (name: string): unknown => all[name] ?? all[prefix + name];
  const timeZones = textsOf(given('timeZones'));
  const { windows, problems } = readWindows(given('windows'));
  return { timeZones, windows, problems: [...wrongZones(timeZones), ...problems] };
};

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one === 'string'))
    : {};
