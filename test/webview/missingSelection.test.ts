import assert from 'node:assert/strict';
import type { FindingRow } from '../../extension/core/reconcile/findingRow';
import { generateSite } from '../unit/findings/generatedSite';
import { never, view } from '../unit/findings/running';
import { withBrowser } from './support/browser';
import { filterTo, rowAt, rowsOf, selectedRows } from './support/gridReading';
import { openMissing, type Acted, type OpenMissing } from './support/missingHost';

const site = generateSite(24, 10);

describe('missing-content page: selection and actions', () => {
  const browser = withBrowser();
  let missing: OpenMissing;
  /** The rows as the page first shows them. */
  let rows: readonly FindingRow[];

  beforeEach(async () => {
    missing = await openMissing(browser(), { site });
    await rowsOf(missing.page).first().waitFor();
    ({ rows } = await missing.findings.page(view('state:problems', 'state'), 0, 100, never));
  });

  afterEach(async () => {
    assert.deepEqual(missing.complaints, []);
    await missing.close();
  });

  const idsOf = (...places: readonly number[]): readonly string[] =>
    places.map((place) => rows[place]?.id ?? '');

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await missing.page.keyboard.press(key);
  };

  /** Presses the button and waits for what the host is asked to do. */
  const act = async (name: string): Promise<Acted> => {
    await missing.page.getByRole('button', { name, exact: true }).click();
    return acted();
  };

  const acted = async (): Promise<Acted> => {
    for (let tries = 0; missing.acted.length === 0 && tries < 100; tries++)
      await missing.page.waitForTimeout(20);
    const [first] = missing.acted;
    assert.ok(first, 'the host was asked for nothing');
    return first;
  };

  it('picks rows by click, Ctrl+click and Shift+click, and says how much that is', async () => {
    const { page } = missing;
    await rowAt(page, 2).click();
    await rowAt(page, 4).click({ modifiers: ['Control'] });
    assert.deepEqual(await selectedRows(page), [2, 4]);
    await rowAt(page, 6).click({ modifiers: ['Shift'] });
    assert.deepEqual(await selectedRows(page), [2, 4, 5, 6]);
    await page.getByText('4 selected').waitFor();
    const { action, selection } = await act('Redistribute…');
    assert.equal(action, 'redistribute');
    assert.equal(selection.kind, 'pairs');
    assert.deepEqual(new Set('pairs' in selection ? selection.pairs : []), new Set(idsOf(2, 4, 5, 6)));
  });

  it('picks, opens the menu and acts with the keyboard only', async () => {
    const { page } = missing;
    await page.getByRole('combobox', { name: 'Filter' }).focus();
    for (let tabs = 0; tabs < 60; tabs++) {
      await press('Tab');
      if ((await page.evaluate('cmFocused()')) === 'grid') break;
    }
    await press('ArrowDown', 'ArrowDown', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await page.getByText('3 selected').waitFor();
    assert.deepEqual(await selectedRows(page), [2, 3, 4]);
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Repair…' }).waitFor();
    await press('ArrowDown', 'Enter');
    const { action, selection } = await acted();
    assert.equal(action, 'redistribute');
    assert.deepEqual('pairs' in selection && [...selection.pairs], idsOf(2, 3, 4));
    assert.equal(await page.getByRole('menu').count(), 0);
    await press('ArrowDown');
    assert.equal(await page.getByRole('grid').getAttribute('aria-activedescendant'), 'r5');
  });

  it('sorts with the keyboard from the head', async () => {
    const { page } = missing;
    await page.getByRole('grid').focus();
    await press('ArrowUp', 'ArrowRight', 'Enter');
    await page.locator('[role=columnheader][data-column=package][aria-sort=ascending]').waitFor();
    await press('Enter');
    await page.locator('[role=columnheader][data-column=package][aria-sort=descending]').waitFor();
  });

  it('takes all rows of the view with Ctrl+A, but those that are taken away again', async () => {
    const { page } = missing;
    await page.getByRole('grid').focus();
    await press('Control+a');
    await rowAt(page, 1).click({ modifiers: ['Control'] });
    const { total } = await missing.findings.page(view('state:problems'), 0, 1, never);
    await page.getByText(`${total - 1} selected`).waitFor();
    const { selection } = await act('Redistribute…');
    assert.deepEqual(selection, { kind: 'view', filter: 'state:problems', except: idsOf(1) });
  });

  it('lets go of the selection when the filter changes: nobody acts on what they do not see', async () => {
    const { page } = missing;
    await rowAt(page, 0).click();
    await page.getByText('1 selected').waitFor();
    const { total } = await missing.findings.page(view('state:hashFailed'), 0, 1, never);
    await filterTo(page, 'state:hashFailed', `${total} rows`);
    await page.getByText('Select rows to act on them').waitFor();
    assert.deepEqual(await selectedRows(page), []);
  });

  it('offers only what makes sense for the selection, and says why not', async () => {
    const { page } = missing;
    const { total } = await missing.findings.page(view('state:inFlight'), 0, 1, never);
    await filterTo(page, 'state:inFlight', `${total} rows`);
    await rowAt(page, 0).click();
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await page.locator('cm-actions button:enabled', { hasText: 'Cancel distribution…' }).waitFor();
    assert.equal(await button('Redistribute…').isDisabled(), true);
    assert.equal(
      await button('Redistribute…').getAttribute('title'),
      'Nothing selected can be redistributed',
    );
    assert.equal((await act('Cancel distribution…')).action, 'cancel');
  });

  it('copies the evidence of the pair in the details, whatever is selected', async () => {
    const { page } = missing;
    await rowAt(page, 0).click();
    await rowAt(page, 3).click({ modifiers: ['Control'] });
    await page
      .getByRole('region', { name: 'Details' })
      .getByRole('button', { name: 'Copy evidence' })
      .click();
    const { action, selection } = await acted();
    assert.equal(action, 'copyEvidence');
    assert.deepEqual('pairs' in selection && [...selection.pairs], idsOf(3));
  });
});
