import assert from 'node:assert/strict';
import { historyShow } from '../../extension/protocol/historyPage';
import { dpOf } from '../unit/history/snapshots';
import { withBrowser } from './support/browser';
import { rowAt, rowsOf } from './support/gridReading';
import {
  differences,
  openHistory,
  wavingHistory,
  type OpenHistory,
  type TimedSnapshot,
} from './support/historyHost';

const history = wavingHistory(40);
const [newest, yesterday] = [history.at(-1), history.at(-2)];

describe('history page', () => {
  const browser = withBrowser();
  let open: OpenHistory;

  const show = async (
    kept: readonly TimedSnapshot[] | undefined,
    options: { width?: number; height?: number } = {},
  ): Promise<OpenHistory['page']> => {
    open = await openHistory(browser(), kept, options);
    return open.page;
  };

  afterEach(async () => {
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  it('compares at first with yesterday, and counts what is new, repaired and changed', async () => {
    const page = await show(history);
    assert.ok(newest && yesterday);
    const changes = page.getByRole('region', { name: 'Change' });
    await changes.getByRole('button').first().waitFor();
    const chips = await changes.getByRole('button').allInnerTexts();
    const counts = chips.map((text) => Number(/\d+/.exec(text)?.[0]));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      differences(yesterday, newest),
    );
    assert.equal((await rowsOf(page).count()) > 0, true);
    await page.getByRole('img', { name: /^Problems: \d+ at first, \d+ at last/ }).waitFor();
    await page.getByRole('img', { name: /^Validated: 9\d\.\d % at first/ }).waitFor();
  });

  it('compares two snapshots that are picked, by keyboard alone', async () => {
    const page = await show(history);
    const snapshots = page.getByRole('grid', { name: 'Snapshots' });
    await snapshots.focus();
    for (const key of ['End', 'Space']) await page.keyboard.press(key);
    const last = newest;
    const [first] = history;
    assert.ok(first && last);
    await page.getByText(/^From 2026-10-14 \d\d:\d\d UTC to 2026-11-/).waitFor();
    assert.equal((await snapshots.locator('[aria-selected=true]').count()) <= 2, true);
  });

  it('shows one kind of change when it is asked to, and opens a pair where it can be acted on', async () => {
    const page = await show(history);
    const changes = page.getByRole('region', { name: 'Change' });
    const chip = changes.getByRole('button', { name: /Changed/ });
    const count = Number(/\d+/.exec(await chip.innerText())?.[0]);
    await chip.click();
    await changes.locator('button[aria-pressed=true]', { hasText: 'Changed' }).waitFor();
    const grid = changes.getByRole('grid');
    await grid.and(page.locator(`[aria-rowcount="${count + 1}"]`)).waitFor();
    await grid.focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(50);
    assert.equal(open.opened.length, 1);
    assert.match(open.opened[0]?.dpName ?? '', /^dp\d\.corp\.example$/);
  });

  it('narrows to a distribution point, and stays there when the window is reloaded', async () => {
    const page = await show(history);
    await page.getByRole('combobox').selectOption({ label: 'dp3.corp.example' });
    const rows = page.getByRole('region', { name: 'Change' }).locator('[data-row]');
    await rows.first().waitFor();
    for (const text of await rows.allInnerTexts()) assert.match(text, /dp3\.corp\.example/);
    assert.deepEqual(await open.savedState(), { site: '', dp: dpOf(3) });
    await open.reload();
    await page.locator('option:checked', { hasText: 'dp3.corp.example' }).waitFor({ state: 'attached' });
    open.endpoint.notify(historyShow, { dp: undefined });
    await page.locator('option:checked', { hasText: 'Whole site' }).waitFor({ state: 'attached' });
  });

  it('says what it waits for while there is one snapshot, and goes on with the second', async () => {
    const page = await show(history.slice(-1));
    await page.getByRole('heading', { name: 'One snapshot so far' }).waitFor();
    assert.equal(await page.getByRole('grid').count(), 0);
    open.keep(history.slice(-2));
    await page.getByRole('grid', { name: 'Snapshots' }).waitFor();
    open.keep([]);
    await page.getByRole('heading', { name: 'Nothing is remembered yet' }).waitFor();
  });

  it('says when nothing changed, and that a site is not connected', async () => {
    const [one] = history;
    assert.ok(one);
    const page = await show([one, { ...one, id: 'again', since: one.since + 1 }]);
    await page.getByRole('heading', { name: 'Nothing changed' }).waitFor();
    await open.close();
    await (await show(undefined)).getByRole('heading', { name: 'The site is not connected' }).waitFor();
  });

  it('says why two snapshots cannot be compared, and keeps what is shown', async () => {
    const page = await show(history);
    await rowAt(page, 0).first().waitFor();
    open.fail('That snapshot is no longer kept. Choose another one.');
    await page.getByRole('button', { name: /Changed/ }).click();
    await page.getByRole('alert').getByText('no longer kept').waitFor();
  });

  it('fits in a narrow window', async () => {
    const page = await show(history, { width: 400, height: 700 });
    await rowsOf(page).first().waitFor();
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    assert.ok(Number(wide) <= 400);
  });
});
