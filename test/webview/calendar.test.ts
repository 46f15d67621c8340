import assert from 'node:assert/strict';
import type { DistributionPoint } from '../../extension/core/content/distributionPoint';
import { dpKey, type DpKey } from '../../extension/core/content/nalPath';
import type { DpCycles } from '../../extension/core/reconcile/cycle';
import { calendarRows } from '../../extension/core/validate/calendar/calendar';
import { readCalendarSettings } from '../../extension/core/validate/calendar/calendarSettings';
import { dpTimeZones } from '../../extension/core/validate/calendar/dpTimeZones';
import { suggestWeekend } from '../../extension/core/validate/calendar/weekend';
import type { CalendarState, CalendarView } from '../../extension/protocol/calendarPage';
import { withBrowser } from './support/browser';
import { openCalendar, type OpenCalendar } from './support/calendarHost';

const hour = 3_600_000;
/** A Wednesday. */
const now = Date.UTC(2026, 10, 18, 10, 20);

const dpOf = (name: string, schedule: string, more: Partial<DistributionPoint> = {}): DistributionPoint => ({
  key: dpKey(name, 'Windows NT Server'),
  id: 1,
  nalPath: `["Display=\\\\${name}\\"]MSWNET:["SMS_SITE=PS1"]\\\\${name}\\`,
  serverName: name,
  siteCode: 'PS1',
  resourceType: 'Windows NT Server',
  description: '',
  isPullDp: false,
  isCloud: false,
  isSiteServer: false,
  validates: true,
  validationSchedule: schedule,
  validationPriority: 4,
  ...more,
});

/** Weekly on that weekday at that hour (1 is Sunday), since 2024. */
const weekly = (weekday: number, at: number): string => {
  const first = at * 2 ** 21 + 7 * 2 ** 16 + 2 ** 12 + 54 * 2 ** 6;
  const second = 3 * 2 ** 19 + weekday * 2 ** 16 + 2 ** 13;
  return [first, second].map((word) => word.toString(16).padStart(8, '0')).join('');
};

const dps: readonly DistributionPoint[] = [
  dpOf('DPHAM01.contoso.local', weekly(7, 20)),
  dpOf('DPMUC01.contoso.local', weekly(1, 2)),
  dpOf('DPNYC01.contoso.local', weekly(7, 22), { siteCode: 'PS2' }),
  dpOf('DPBER02.contoso.local', weekly(4, 5), { isPullDp: true }),
  dpOf('<b>DPX</b>.contoso.local', weekly(6, 22), { validationPriority: undefined }),
  dpOf('DPOFF01.contoso.local', weekly(3, 1), { validates: false }),
  ...Array.from({ length: 14 }, (_, at) =>
    dpOf(`DPBR${String(at + 10)}.branch.contoso.local`, weekly((at % 7) + 1, (at * 5) % 24)),
  ),
];

const finishedFor = (hours: number, ago: number): DpCycles => ({
  lastEnd: now - ago * hour,
  previousEnd: undefined,
  startMark: now - (ago + hours) * hour,
  newestStart: now - (ago + hours) * hour,
  newestBroken: undefined,
  firstSeen: undefined,
  results: 100,
  previousResults: undefined,
});

const cycles = new Map<DpKey, DpCycles>(
  dps
    .filter(({ serverName }) => !serverName.startsWith('<b>'))
    .map(({ key }, at) => [key, finishedFor(3 + ((at * 7) % 20), 30 + at * 3)]),
);

const { windows } = readCalendarSettings({
  windows: [
    { name: 'Backup', kind: 'backup', days: ['saturday'], start: '21:00', hours: 4, dps: ['PS1'] },
    { name: 'Content cleanup', kind: 'cleanup', days: ['wednesday'], start: '03:00', hours: 3 },
  ],
});

const zoneOf = dpTimeZones({ PS1: 'UTC', 'DPNYC01.contoso.local': 'America/New_York' }, new Map());

const stateOf = (view: CalendarView, shown: readonly DistributionPoint[] = dps): CalendarState => {
  const sources = { dps: shown, cycles, windows, zoneOf, now };
  const frame = { from: view.weekendFrom, to: view.weekendTo, atOnce: 6, spread: hour / 2 };
  return {
    site: { code: 'P01', name: 'Primary site Zürich' },
    readAt: now - hour,
    now,
    loading: false,
    stale: undefined,
    rows: calendarRows(sources, view.from, view.to),
    suggestion: view.suggests
      ? suggestWeekend(calendarRows(sources, view.weekendFrom, view.weekendTo), frame)
      : undefined,
    problems: [],
  };
};

describe('page of the validation calendar', () => {
  const browser = withBrowser();
  let open: OpenCalendar;

  const show = async (
    answer: (view: CalendarView) => CalendarState = (view) => stateOf(view),
    width = 1280,
  ): Promise<OpenCalendar['page']> => {
    open = await openCalendar(browser(), answer, { width });
    return open.page;
  };

  afterEach(async () => {
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  it('shows the week of the site, a row a DP, with what falls into a window said in words', async () => {
    const page = await show();
    await page.getByRole('rowheader', { name: 'DPHAM01' }).waitFor();
    assert.equal(await page.getByRole('rowheader').count(), dps.length);
    const bar = page.getByRole('gridcell', { name: /Validation by its schedule: .*Falls into Backup/ });
    await bar.first().waitFor();
    const view = open.views.at(-1);
    assert.ok(view && view.from <= now && now < view.to);
    await page.getByRole('button', { name: 'Only overlaps' }).click();
    assert.ok((await page.getByRole('rowheader').count()) < dps.length);
  });

  it('is walked by keys alone: rows, bars, weeks, and to the tree', async () => {
    const page = await show();
    const grid = page.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const at = await grid.getAttribute('aria-activedescendant');
    assert.match(at ?? '', /^bar-dpham01/);
    assert.ok(await page.locator(`[id="${at ?? ''}"]`).isVisible());
    await page.getByText('every Saturday at 20:00').waitFor();
    await page.keyboard.press('Enter');
    const before = open.views.at(-1)?.from ?? 0;
    await page.keyboard.press('PageDown');
    await page.getByRole('button', { name: 'This week' }).and(page.locator(':enabled')).waitFor();
    assert.equal(open.views.at(-1)?.from, before + 7 * 24 * hour);
    assert.deepEqual(open.acted, ['reveal dpham01.contoso.local|windows nt server']);
  });

  it('suggests a weekend, says what is not known, validates, and saves what it shows', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Suggest a weekend' }).click();
    await page
      .getByRole('gridcell', { name: /Suggested: reconciliation/ })
      .first()
      .waitFor();
    await page.getByRole('rowheader', { name: '<b>DPX</b>' }).click();
    await page.getByText('How long a cycle takes there is not known: six hours are drawn.').waitFor();
    await page.getByRole('button', { name: 'Validate Now' }).click();
    await page.getByRole('button', { name: 'iCalendar' }).click();
    assert.deepEqual(open.acted, ['validate <b>dpx</b>.contoso.local|windows nt server', 'save ics']);
  });

  it('stays usable at 400 pixels, and says when there is nothing', async () => {
    const page = await show(undefined, 400);
    await page.getByRole('rowheader', { name: 'DPHAM01' }).waitFor();
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    assert.equal(wide, 400);
    await open.close();
    const empty = await show((view) => ({ ...stateOf(view, []), rows: [] }));
    await empty.getByText('This site has no distribution points').waitFor();
  });
});
