import { workspace } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { ReadZones } from '../../app/validate/readTimeZones';
import { calendarRows } from '../../core/validate/calendar/calendar';
import { readCalendarSettings } from '../../core/validate/calendar/calendarSettings';
import { dpTimeZones } from '../../core/validate/calendar/dpTimeZones';
import { suggestWeekend } from '../../core/validate/calendar/weekend';
import type { CalendarState, CalendarView } from '../../protocol/calendarPage';
import { validationPace } from '../plans/planLimits';

const minute = 60_000;

/** What the calendar shows of a site. @param told time zones that the DPs told */
export const calendarState = (
  { session }: Pick<KnownSite, 'session'>,
  told: ReadZones,
  { from, to, weekendFrom, weekendTo, suggests }: CalendarView,
): CalendarState => {
  const { info, facts, summary, index, loading, phase, problem } = session.state;
  const now = session.site?.connection.clock.now() ?? Date.now();
  const settings = workspace.getConfiguration('configmgrContent.validation');
  const { timeZones, windows, problems } = readCalendarSettings({
    timeZones: settings.get('timeZones'),
    windows: settings.get('windows'),
  });
  const sources = facts && {
    dps: [...(index?.dps.values() ?? [])],
    cycles: facts.cycles,
    windows,
    zoneOf: dpTimeZones(timeZones, told.zones),
    now,
  };
  const { dpsAtOnce: atOnce, spreadMinutes } = validationPace();
  const frame = { from: weekendFrom, to: weekendTo, atOnce, spread: spreadMinutes * minute };
  return {
    site: info && { code: info.siteCode, name: info.siteName },
    readAt: summary?.readAt,
    now,
    loading: loading || phase === 'connecting',
    stale: problem?.message,
    rows: sources === undefined ? [] : calendarRows(sources, from, to),
    suggestion:
      sources !== undefined && suggests
        ? suggestWeekend(calendarRows(sources, weekendFrom, weekendTo), frame)
        : undefined,
    problems: [...problems, ...told.notRead],
  };
};
