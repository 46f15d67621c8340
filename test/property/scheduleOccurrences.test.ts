import assert from 'node:assert/strict';
import fc from 'fast-check';
import { occurrences } from '../../extension/core/validate/schedule/occurrences';
import type { Recurrence, ScheduleToken } from '../../extension/core/validate/schedule/scheduleToken';
import { parseScheduleTokens } from '../../extension/core/validate/schedule/scheduleToken';
import { utcOf, zoneOffset, type TimeZone } from '../../extension/core/validate/schedule/timeZone';

const minute = 60_000;
const day = 24 * 60 * minute;

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
];

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** Fields of a token, and the words that hold them, put together by another way than they are read. */
const anyToken = fc
  .record({
    start: fc.record({
      year: fc.integer({ min: 2019, max: 2025 }),
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    }),
    isUtc: fc.boolean(),
    recurrence: fc.oneof(
      fc.constant<Recurrence>({ kind: 'once' }),
      fc.record({
        kind: fc.constant('interval' as const),
        days: fc.integer({ min: 1, max: 31 }),
        hours: fc.constantFrom(0, 0, 7),
        minutes: fc.constantFrom(0, 0, 30),
      }),
      fc.record({
        kind: fc.constant('weekly' as const),
        weekday: fc.integer({ min: 0, max: 6 }),
        weeks: fc.integer({ min: 1, max: 4 }),
      }),
      fc.record({
        kind: fc.constant('monthlyByWeekday' as const),
        weekday: fc.integer({ min: 0, max: 6 }),
        order: fc.integer({ min: 0, max: 4 }),
        months: fc.integer({ min: 1, max: 12 }),
      }),
      fc.record({
        kind: fc.constant('monthlyByDate' as const),
        day: fc.integer({ min: 0, max: 31 }),
        months: fc.integer({ min: 1, max: 12 }),
      }),
    ),
  })
  .map(({ start, isUtc, recurrence }) => {
    const first =
      start.minute * 2 ** 26 +
      start.hour * 2 ** 21 +
      start.date * 2 ** 16 +
      start.month * 2 ** 12 +
      (start.year - 1970) * 2 ** 6;
    return { start, isUtc, recurrence, text: hex(first) + hex(secondOf(recurrence) + (isUtc ? 1 : 0)) };
  });

const secondOf = (one: Recurrence): number => {
  switch (one.kind) {
    case 'once':
      return 2 ** 19;
    case 'interval':
      return 2 * 2 ** 19 + one.minutes * 2 ** 13 + one.hours * 2 ** 8 + one.days * 2 ** 3;
    case 'weekly':
      return 3 * 2 ** 19 + (one.weekday + 1) * 2 ** 16 + one.weeks * 2 ** 13;
    case 'monthlyByWeekday':
      return 4 * 2 ** 19 + (one.weekday + 1) * 2 ** 16 + one.months * 2 ** 12 + one.order * 2 ** 9;
    case 'monthlyByDate':
      return 5 * 2 ** 19 + one.day * 2 ** 14 + one.months * 2 ** 10;
    case 'unknown':
      return 0;
  }
};

type Start = { readonly year: number; readonly month: number; readonly date: number };

/** Whether a day is one of the schedule's, by walking there from its start, a day at a time. */
const daysOf = (recurrence: Recurrence, start: Start, until: Date): readonly string[] => {
  const found: string[] = [];
  const at = new Date(Date.UTC(start.year, start.month - 1, start.date));
  let weekdays = 0;
  let monthsPassed = 0;
  for (; at < until; at.setUTCDate(at.getUTCDate() + 1)) {
    const tomorrow = new Date(at.getTime() + day);
    const inAWeek = new Date(at.getTime() + 7 * day);
    const [date, month] = [at.getUTCDate(), at.getUTCMonth()];
    if (date === 1 && at.getTime() > Date.UTC(start.year, start.month - 1, start.date)) monthsPassed += 1;
    const isTurn = (months: number): boolean => monthsPassed % months === 0;
    let isDue = false;
    if (recurrence.kind === 'weekly' && at.getUTCDay() === recurrence.weekday) {
      isDue = weekdays % recurrence.weeks === 0;
      weekdays += 1;
    }
    if (recurrence.kind === 'monthlyByWeekday' && at.getUTCDay() === recurrence.weekday)
      isDue =
        isTurn(recurrence.months) &&
        (recurrence.order === 0 ? inAWeek.getUTCMonth() !== month : Math.ceil(date / 7) === recurrence.order);
    if (recurrence.kind === 'monthlyByDate')
      isDue =
        isTurn(recurrence.months) &&
        (recurrence.day === 0 ? tomorrow.getUTCMonth() !== month : date === recurrence.day);
    if (isDue) found.push(at.toISOString().slice(0, 10));
  }
  return found;
};

const clocks = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);

/** What the clocks of a zone show, by the words of the platform. */
const shown = (utc: number, zone: string): string => clocks.get(zone)?.format(utc) ?? '';

/** The first time at which the clocks show it, tried out; where they leave it out, that much later. */
const slowUtc = (wall: string, zone: string): number => {
  const near = Date.parse(`${wall.replace(' ', 'T')}:00Z`);
  for (let late = 0; late <= 24 * 60; late += 30)
    for (let utc = near - 14 * 60 * minute; utc <= near + 14 * 60 * minute; utc += 30 * minute)
      if (shown(utc, zone) === new Date(near + late * minute).toISOString().slice(0, 16).replace('T', ' '))
        return utc;
  throw new Error(`Nobody ever sees ${wall} in ${zone}.`);
};

describe('when a schedule is due', () => {
  it('is read from the words of a token', () =>
    fc.assert(
      fc.property(anyToken, ({ text, start, isUtc, recurrence }) => {
        const [token, ...more] = parseScheduleTokens(text.toUpperCase()) ?? [];
        assert.deepEqual(more, []);
        assert.deepEqual({ ...token?.recurrence }, { ...recurrence });
        assert.equal(token?.isUtc, isUtc);
        const { year, month, date, hour, minute: minutes } = start;
        assert.equal(token.start, Date.UTC(year, month - 1, date, hour, minutes));
      }),
    ));

  it('is what walking through the days from its start finds', () =>
    fc.assert(
      fc.property(
        anyToken.filter(({ recurrence }) => !['once', 'interval'].includes(recurrence.kind)),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 1, max: 120 }),
        ({ text, start, isUtc, recurrence }, zone, after, days) => {
          const from = Date.UTC(start.year, start.month - 1, start.date) + after * day;
          const to = from + days * day;
          const time = `${String(start.hour).padStart(2, '0')}:${String(start.minute).padStart(2, '0')}`;
          const expected = daysOf(recurrence, start, new Date(to + 2 * day))
            .filter((date) => Date.parse(date) >= from - 2 * day)
            .map((date) => slowUtc(`${date} ${time}`, isUtc ? 'UTC' : zone))
            .filter((utc) => utc >= from && utc < to);
          assert.deepEqual(dueOf(text, { kind: 'named', name: zone }, from, to), expected);
        },
      ),
      { numRuns: 60 },
    ));

  it('of an interval is each so much after the one before by the wall clock', () =>
    fc.assert(
      fc.property(
        anyToken.filter(({ recurrence }) => recurrence.kind === 'interval'),
        fc.constantFrom(...zones),
        ({ text, start, isUtc, recurrence }, zone) => {
          if (recurrence.kind !== 'interval') return;
          const expected: number[] = [];
          const wall = new Date(Date.UTC(start.year, start.month - 1, start.date, start.hour, start.minute));
          const to = wall.getTime() + 420 * day;
          for (let at = 0; at < 12; at++) {
            const asked = wall.toISOString().slice(0, 16).replace('T', ' ');
            expected.push(slowUtc(asked, isUtc ? 'UTC' : zone));
            wall.setUTCDate(wall.getUTCDate() + recurrence.days);
            wall.setUTCHours(
              wall.getUTCHours() + recurrence.hours,
              wall.getUTCMinutes() + recurrence.minutes,
            );
          }
          const due = dueOf(text, { kind: 'named', name: zone }, Date.UTC(2019, 0, -2), to);
          assert.deepEqual(due.slice(0, 12), [...new Set(expected)]);
        },
      ),
      { numRuns: 40 },
    ));

  it('by the rule that Windows follows is what the zone of that name says', () => {
    const berlin: TimeZone = {
      kind: 'rule',
      name: 'W. Europe Standard Time',
      standard: 60,
      daylight: {
        offset: 120,
        begins: { month: 3, week: 5, weekday: 0, hour: 2, minute: 0 },
        ends: { month: 10, week: 5, weekday: 0, hour: 3, minute: 0 },
      },
    };
    const sydney: TimeZone = {
      kind: 'rule',
      name: 'AUS Eastern Standard Time',
      standard: 600,
      daylight: {
        offset: 660,
        begins: { month: 10, week: 1, weekday: 0, hour: 2, minute: 0 },
        ends: { month: 4, week: 1, weekday: 0, hour: 3, minute: 0 },
      },
    };
    const pairs = [
      [zoneOffset(berlin), zoneOffset({ kind: 'named', name: 'Europe/Berlin' })],
      [zoneOffset(sydney), zoneOffset({ kind: 'named', name: 'Australia/Sydney' })],
    ] as const;
    for (const [rule, named] of pairs)
      for (let utc = Date.UTC(2025, 0, 1); utc < Date.UTC(2027, 0, 1); utc += 60 * minute)
        if (rule(utc) !== named(utc)) assert.fail(new Date(utc).toISOString());
  });

  it('falls into an hour that is left out as much later, and into a doubled one the first time', () => {
    const berlin = zoneOffset({ kind: 'named', name: 'Europe/Berlin' });
    assert.equal(utcOf(Date.UTC(2026, 2, 29, 2, 30), berlin), Date.UTC(2026, 2, 29, 1, 30));
    assert.equal(utcOf(Date.UTC(2026, 9, 25, 2, 30), berlin), Date.UTC(2026, 9, 25, 0, 30));
  });

  it('is never for text that is no token, and for one that no calendar has', () => {
    assert.equal(parseScheduleTokens('weekly'), undefined);
    for (const text of ['0000000000100008', '001F200000100008', '0001200000380000'])
      assert.deepEqual(dueOf(text, { kind: 'named', name: 'UTC' }, 0, 100 * day), []);
  });
});

const dueOf = (text: string, zone: TimeZone, from: number, to: number): readonly number[] =>
  (parseScheduleTokens(text) ?? []).flatMap((token: ScheduleToken) =>
    occurrences(token, zoneOffset(zone), from, to),
  );
