import assert from 'node:assert/strict';
import { dpKey } from '../../extension/core/content/nalPath';
import type { CycleReport } from '../../extension/core/validate/cycleReport';
import type { CyclesState } from '../../extension/protocol/cyclesPage';
import { withBrowser } from './support/browser';
import { openCycles, type OpenCycles } from './support/cyclesHost';
import { columnTexts, rowAt, rowsOf } from './support/gridReading';

const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;

const report = (dpName: string, more: Partial<CycleReport> = {}): CycleReport => ({
  dp: dpKey(dpName, 'Windows NT Server'),
  dpName,
  state: 'finished',
  words: 'The last cycle finished (2386).',
  openSince: undefined,
  started: now - 12 * hour,
  startEstimated: false,
  finished: now - 8 * hour,
  results: 98,
  expected: 100,
  previousEnd: now - 32 * hour,
  previousResults: 99,
  schedule: 'every day at 00:00',
  isSuspect: false,
  notes: [],
  ...more,
});

const none = { started: undefined, finished: undefined, results: undefined, previousEnd: undefined };
const lists = "The DP's package lists disagree (2388), so no cycle finishes.";
const rows: readonly CycleReport[] = [
  report('DP10.corp.example', { finished: now - 9 * hour }),
  report('DP2.corp.example', { isSuspect: true, notes: ['Suspect: 30 results, the cycle before gave 99.'] }),
  report('<b>cloud</b>', { ...none, state: 'cloud', words: 'A cloud DP has no content validation.' }),
  report('DP1.corp.example', { ...none, state: 'broken', words: lists }),
];

const state = (more: Partial<CyclesState> = {}): CyclesState => ({
  site: { code: 'P01', name: 'Primary site Zürich' },
  readAt: now,
  now,
  loading: false,
  stale: undefined,
  rows,
  ...more,
});

describe('page of validation cycles', () => {
  const browser = withBrowser();
  let open: OpenCycles;

  const show = async (first: CyclesState, width = 1280): Promise<OpenCycles['page']> => {
    open = await openCycles(browser(), first, { width });
    return open.page;
  };

  afterEach(async () => {
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  it('lists the worst first, then what is suspect, then by name as people count', async () => {
    const page = await show(state());
    await rowsOf(page).first().waitFor();
    assert.deepEqual(await columnTexts(page, 'Distribution point'), [
      'DP1.corp.example',
      'DP2.corp.example',
      'DP10.corp.example',
      '<b>cloud</b>',
    ]);
    assert.deepEqual(await columnTexts(page, 'Results'), ['–', '98 of 100', '98 of 100', '–']);
    assert.deepEqual(await columnTexts(page, 'Took'), ['–', '4 h 0 min', '3 h 0 min', '–']);
    assert.match((await columnTexts(page, 'What to know'))[0] ?? '', /lists disagree/);
  });

  it('sorts both ways, the unknown last', async () => {
    const page = await show(state());
    const head = page.getByRole('columnheader', { name: 'Took' });
    await head.click();
    assert.deepEqual(await columnTexts(page, 'Took'), ['3 h 0 min', '4 h 0 min', '–', '–']);
    await head.click();
    assert.deepEqual(await columnTexts(page, 'Took'), ['4 h 0 min', '3 h 0 min', '–', '–']);
  });

  it('shows the states and the name that are asked for, also after a reload', async () => {
    const page = await show(state());
    await page.getByRole('button', { name: '2 Finished' }).click();
    await page.getByRole('status').getByText('2 distribution points', { exact: true }).waitFor();
    await page.getByRole('searchbox', { name: 'Filter by name' }).fill('dp10');
    await page.getByRole('status').getByText('1 distribution point', { exact: true }).waitFor();
    await open.reload();
    await page.getByRole('status').getByText('1 distribution point', { exact: true }).waitFor();
    await page.getByRole('searchbox').fill('nowhere');
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await rowAt(page, 3).waitFor();
  });

  it('shows a DP that was chosen in the tree', async () => {
    const page = await show(state());
    await rowsOf(page).first().waitFor();
    open.show('DP2.corp.example');
    await page.getByRole('status').getByText('1 distribution point', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'DP2.corp.example' }).waitFor();
    await page.getByRole('listitem').getByText('Suspect: 30 results').waitFor();
  });

  it('goes by keyboard alone to the missing content of a DP, and to the DP in the tree', async () => {
    const page = await show(state(), 400);
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'DP2.corp.example' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Show missing content' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(50);
    const { dp } = rows[1] ?? report('');
    assert.deepEqual(open.acted, [
      { action: 'missing', dp },
      { action: 'reveal', dp },
    ]);
  });

  it('says what there is to do without a site, before a read, and without DPs', async () => {
    const page = await show(state({ site: undefined, readAt: undefined, rows: [] }));
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.waitForTimeout(50);
    assert.equal(open.refreshes(), 1);
    open.tell(state({ readAt: undefined, rows: [], stale: 'The site database does not answer.' }));
    await page.getByText('The site database does not answer.').waitFor();
    open.tell(state({ rows: [] }));
    await page.getByRole('heading', { name: 'The site has no distribution points' }).waitFor();
  });

  it('keeps what it has while a read fails, and says so', async () => {
    const page = await show(state({ stale: 'The site database does not answer.' }));
    await page.getByRole('alert').getByText('The site database does not answer.').waitFor();
    assert.equal(await rowsOf(page).count(), 4);
  });
});
