import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DistributionPoint } from '../../../extension/core/content/distributionPoint';
import type { DpCycles } from '../../../extension/core/reconcile/cycle';
import { calendarRows, type CalendarRow } from '../../../extension/core/validate/calendar/calendar';
import {
  calendarCsv,
  calendarEvents,
  calendarIcs,
} from '../../../extension/core/validate/calendar/calendarExport';
import { readCalendarSettings } from '../../../extension/core/validate/calendar/calendarSettings';
import { dpTimeZones } from '../../../extension/core/validate/calendar/dpTimeZones';
import { suggestWeekend } from '../../../extension/core/validate/calendar/weekend';
import { timeZoneOf } from '../../../extension/core/validate/schedule/windowsTimeZone';
import { dpNamed } from '../redistribute/candidates';

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday in winter. */
const monday = Date.UTC(2026, 0, 12);

/** Every Tuesday at 08:21, by the DP's own clock. */
const tuesdays = '55147880001B2000';

const finishedFor = (length: number): DpCycles => ({
  lastEnd: monday - day,
  previousEnd: undefined,
  startMark: monday - day - length,
  newestStart: monday - day - length,
  newestBroken: undefined,
  firstSeen: undefined,
  results: 1,
  previousResults: undefined,
});

const settings = {
  timeZones: { 'ny.contoso.com': 'America/New_York', PS1: 'Europe/Berlin', bad: 'Nowhere/Land' },
  windows: [
    { name: '=Backup', kind: 'backup', days: ['Tuesday'], start: '08:00', hours: 2 },
    { name: 'odd', start: '25:00', hours: 2 },
  ],
};

const rowsOf = (
  dps: readonly DistributionPoint[],
  lengths: readonly (number | undefined)[],
): readonly CalendarRow[] => {
  const { timeZones, windows } = readCalendarSettings(settings);
  const cycles = new Map(
    dps.flatMap(({ key }, at) => {
      const length = lengths[at];
      return length === undefined ? [] : [[key, finishedFor(length)] as const];
    }),
  );
  const zoneOf = dpTimeZones(timeZones, new Map());
  return calendarRows({ dps, cycles, windows, zoneOf, now: monday }, monday, monday + 7 * day);
};

const dps = [
  dpNamed('ny.contoso.com', { validationSchedule: tuesdays }),
  dpNamed('berlin.contoso.com', { siteCode: 'PS1', validationSchedule: tuesdays }),
  dpNamed('lost.contoso.com', { siteCode: 'PS9', validationSchedule: tuesdays }),
  dpNamed('off.contoso.com', { validates: false, validationSchedule: tuesdays }),
];

describe('the validation calendar', () => {
  const rows = rowsOf(dps, [2 * hour, 2 * hour]);
  const [ny, berlin, lost, off] = rows;

  it('has each DP by its own clock, and says when that is not known', () => {
    const dueOf = (row: CalendarRow | undefined): readonly string[] =>
      (row?.runs ?? [])
        .filter(({ kind }) => kind === 'expected')
        .map(({ from }) => new Date(from).toISOString().slice(8, 16));
    assert.deepEqual(dueOf(ny), ['13T13:21']);
    assert.deepEqual(dueOf(berlin), ['13T07:21']);
    assert.deepEqual(dueOf(lost), ['13T08:21']);
    assert.match(lost?.notes.join(' ') ?? '', /time zone is not known/);
    assert.deepEqual(dueOf(off), []);
  });

  it('is as long as the last cycle, or says that it is not known; and what it falls into', () => {
    const [run] = berlin?.runs ?? [];
    assert.equal((run?.to ?? 0) - (run?.from ?? 0), 2 * hour);
    assert.deepEqual(run?.overlaps, ['=Backup']);
    assert.equal(lost?.runs[0]?.isLengthKnown, false);
  });

  it('names what is wrong in its settings, and goes on without it', () => {
    const { problems, windows } = readCalendarSettings(settings);
    assert.equal(windows.length, 1);
    assert.match(problems.join(' '), /bad: "Nowhere\/Land".*Window 2 is left out: start/);
  });

  it('is exported without formulas, with lines that other calendars take', () => {
    const events = calendarEvents(rows, undefined);
    const csv = calendarCsv(events);
    assert.match(csv, /,'=Backup,/);
    assert.equal(csv.trimEnd().split('\r\n').length, events.length + 1);
    const ics = calendarIcs(events, 'PS1', monday);
    for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.match(ics, /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
    assert.equal(ics.match(/BEGIN:VEVENT/g)?.length, events.length);
    assert.match(ics, /DTSTART:20260113T072100Z\r\nDTEND:20260113T092100Z/);
    const ids = ics.replaceAll('\r\n ', '').match(/UID:.*/g) ?? [];
    assert.equal(new Set(ids).size, events.length);
  });

  it('takes a time zone as Windows tells it', () => {
    const told = {
      StandardName: 'W. Europe Standard Time',
      Bias: 60,
      StandardBias: 0,
      DaylightBias: -60,
      ...{ DaylightMonth: 3, DaylightDay: 5, DaylightDayOfWeek: 0, DaylightHour: 2, DaylightMinute: 0 },
      ...{ StandardMonth: 10, StandardDay: 5, StandardDayOfWeek: 0, StandardHour: 3, StandardMinute: 0 },
    };
    const zone = timeZoneOf(told);
    assert.deepEqual(zone?.kind === 'rule' && [zone.standard, zone.daylight?.offset], [60, 120]);
    assert.equal(timeZoneOf({ StandardName: 'x' }), undefined);
  });
});

describe('a suggested weekend', () => {
  const frame = { from: monday + 5 * day, to: monday + 7 * day, atOnce: 2, spread: hour / 2 };

  const anyDps = fc.array(
    fc.record({
      site: fc.constantFrom('PS1', 'PS2'),
      length: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    }),
    { maxLength: 12 },
  );

  it('has each DP once or says that it does not fit, in order, within its limits and out of all windows', () =>
    fc.assert(
      fc.property(anyDps, fc.integer({ min: 0, max: 40 }), (chosen, windowAt) => {
        const all = chosen.map(({ site }, at) => dpNamed(`dp${at}.contoso.com`, { siteCode: site }));
        const from = frame.from + windowAt * hour;
        const window = { name: 'Backup', kind: 'backup', from, to: from + 4 * hour } as const;
        const lengths = chosen.map(({ length }) => (length === undefined ? undefined : length * hour));
        const rows = rowsOf(all, lengths).map((row) => ({ ...row, windows: [window] }));
        const { dps: suggested, left } = suggestWeekend(rows, frame);
        assert.deepEqual(
          [...suggested.map(({ dpName }) => dpName), ...left].sort(),
          all.map(({ serverName }) => serverName).sort(),
        );
        const siteOf = new Map(rows.map(({ dp, siteCode }) => [dp, siteCode]));
        for (const { dp, parts } of suggested) {
          assert.deepEqual(
            parts.map(({ part }) => part),
            ['cleanup', 'validation', 'reconciliation'],
          );
          const [begin = 0, end = 0] = [parts[0]?.from, parts[2]?.to];
          assert.ok(begin >= frame.from && end <= frame.to);
          assert.ok(end <= window.from || begin >= window.to);
          const others = suggested.filter(
            (one) =>
              siteOf.get(one.dp) === siteOf.get(dp) &&
              (one.parts[0]?.from ?? 0) <= begin &&
              (one.parts[2]?.to ?? 0) > begin,
          );
          assert.ok(others.length <= frame.atOnce);
        }
      }),
    ));
});
