import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { cellClass, isShown } from '../../extension/core/matrix/cell';
import type { LoadedMatrix } from '../../webviews/matrix/loadedMatrix';
import { generateSite } from '../unit/findings/generatedSite';
import { countedSite, packed } from '../unit/matrix/countedSite';
import { fetchMatrix } from '../unit/matrix/fetchMatrix';
import { withBrowser } from './support/browser';
import type { Theme } from './support/fakeVsCode';
import { openMatrix, type OpenMatrix } from './support/matrixHost';
import { openMissing } from './support/missingHost';
import themes from './support/themes.json';

const site = generateSite(24, 10);

describe('heat map page', () => {
  const browser = withBrowser();
  let map: OpenMatrix;
  /** What the page first shows. */
  let shown: LoadedMatrix;

  beforeEach(async () => {
    map = await openMatrix(browser(), { site });
    await canvas().waitFor();
    shown = await fetchMatrix(map.findings.matrix, { filter: '', order: 'problems' });
  });

  afterEach(async () => {
    assert.deepEqual(map.complaints, []);
    await map.close();
  });

  const canvas = (): Locator => map.page.locator('cm-heat-map canvas');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await map.page.keyboard.press(key);
  };
  /** What a screen reader says of the cell under the keyboard. */
  const spoken = (text: string): Promise<void> =>
    map.page.locator('[aria-live=polite]', { hasText: text }).waitFor({ state: 'attached' });
  const region = (text: string): Promise<void> => map.page.locator('cm-region').getByText(text).waitFor();
  const nameOf = (row: number): string => shown.package({ row })?.name ?? '';
  const dpOf = (column: number): string => shown.dp({ column })?.name ?? '';

  it('is a press of a button away from missing content', async () => {
    const missing = await openMissing(browser(), { site });
    await missing.page
      .getByRole('button', { name: 'Show the heat map of packages and distribution points' })
      .click();
    for (let tries = 0; missing.heatMaps() === 0 && tries < 100; tries++)
      await missing.page.waitForTimeout(20);
    assert.equal(missing.heatMaps(), 1);
    await missing.close();
  });

  it('is walked with the keyboard: each cell is spoken, Enter shows it in missing content', async () => {
    await canvas().focus();
    await press('ArrowDown', 'ArrowDown', 'ArrowRight');
    await spoken(`${nameOf(2)} on ${dpOf(1)}: `);
    await press('End');
    await spoken(`${nameOf(2)} on ${dpOf(9)}: `);
    await press('Control+End');
    await spoken(`${nameOf(23)} on ${dpOf(9)}: `);
    await press('Control+Home');
    await spoken(`${nameOf(0)} on ${dpOf(0)}: `);
    await press('Enter');
    for (let tries = 0; map.shownMissing.length === 0 && tries < 100; tries++)
      await map.page.waitForTimeout(20);
    assert.deepEqual(map.shownMissing, [`package=${shown.package({ row: 0 })?.packageId} dp=${dpOf(0)}`]);
  });

  it('takes a region with Shift and the arrows, says what it amounts to, and acts on what is wrong in it', async () => {
    await canvas().focus();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await region('9 pairs: 3 packages on 3 distribution points');
    const button = map.page.getByRole('button', { name: /^Redistribute \d/ });
    const count = Number(/\d+/.exec(await button.innerText())?.[0]);
    await button.click();
    for (let tries = 0; map.acted.length === 0 && tries < 100; tries++) await map.page.waitForTimeout(20);
    const [acted] = map.acted;
    assert.ok(acted?.selection.kind === 'region');
    assert.equal(acted.action, 'redistribute');
    assert.deepEqual(
      acted.selection.packageIds,
      [0, 1, 2].map((row) => shown.package({ row })?.packageId),
    );
    const resolved = await map.findings.resolve(acted.selection, new AbortController().signal);
    assert.equal(resolved.length, count);
    await canvas().focus();
    await press('Escape');
    await region('Drag over cells');
  });

  it('takes a region by dragging, a whole row by its name, and shows the pair under the pointer', async () => {
    const box = await canvas().boundingBox();
    assert.ok(box);
    const { mouse } = map.page;
    // Cells begin where the names end.
    const at = { x: box.x + 220 + 13, y: box.y + 104 + 13 };
    await mouse.move(at.x, at.y);
    const tip = map.page.locator('cm-cell-tip');
    await tip.getByText(nameOf(0), { exact: true }).waitFor();
    await tip.getByText(dpOf(0)).waitFor();
    await tip.getByText('Last result').waitFor();
    await mouse.down();
    await mouse.move(at.x + 26 * 3, at.y + 26, { steps: 3 });
    await mouse.up();
    await region('8 pairs: 2 packages on 4 distribution points');
    await mouse.click(box.x + 100, at.y + 26 * 2);
    await region('10 pairs: 1 package on 10 distribution points');
  });

  it('zooms at the pointer and with the keys, and comes back to everything', async () => {
    await map.load(generateSite(120, 60));
    await map.page.getByText('120 packages × 60 distribution points').waitFor();
    const scale = () =>
      map.page.evaluate<number>(
        'document.querySelector("cm-matrix").shadowRoot.querySelector("cm-heat-map").layout.y.scale',
      );
    await canvas().focus();
    await press('0');
    const whole = await scale();
    await press('+', '+');
    assert.ok((await scale()) > whole * 1.5);
    await press('0');
    assert.equal(await scale(), whole);
    await canvas().hover({ position: { x: 400, y: 300 } });
    await map.page.mouse.wheel(0, -400);
    for (let tries = 0; (await scale()) <= whole && tries < 50; tries++) await map.page.waitForTimeout(20);
    assert.ok((await scale()) > whole);
  });

  it('hides a class from the legend: it is not counted in a region any more', async () => {
    const legend = map.page.getByRole('group', { name: 'Legend: what is shown' });
    const validated = legend.getByRole('button', { name: /^Validated/ });
    assert.ok((await validated.innerText()).includes(String(shown.counts.get('validated'))));
    await validated.click();
    assert.equal(await validated.getAttribute('aria-pressed'), 'false');
    await canvas().focus();
    await press('Control+a');
    const rest = 240 - (shown.counts.get('validated') ?? 0);
    await region(`${rest} pairs: `);
  });

  it('leaves out rows and columns that the filter does not show, and says where a filter is wrong', async () => {
    const box = map.page.getByRole('combobox', { name: 'Filter' });
    await box.fill('dp:zrh');
    await box.press('Enter');
    await map.page.getByText(/^\d+ packages × 2 distribution points$/).waitFor();
    await box.fill('dp:nowhere');
    await box.press('Enter');
    await map.page.getByText('Nothing fits the filter').waitFor();
    await map.page.locator('.map').getByRole('button', { name: 'Clear the filter' }).click();
    await canvas().waitFor();
    await box.fill('sizze>1GB');
    await box.press('Enter');
    await map.page.getByRole('alert').getByText('Unknown field sizze.').waitFor();
  });

  it('sums up by reason, DP, group and package, sorted by a click on a head; a click on a name narrows the map', async () => {
    const totals = map.page.locator('cm-totals');
    await totals.getByRole('button', { name: 'DP', exact: true }).click();
    await totals.getByRole('columnheader', { name: 'Distribution point' }).click();
    await totals.locator('[role=columnheader][data-column=label][aria-sort=ascending]').waitFor();
    const names = await totals.locator('button.link').allInnerTexts();
    assert.equal(names.length, 10);
    assert.deepEqual(names, names.toSorted());
    await totals.locator('button.link', { hasText: names[3] ?? '' }).click();
    await map.page.getByText(/ packages × 1 distribution point$/).waitFor();
    assert.equal(await map.page.getByRole('combobox', { name: 'Filter' }).inputValue(), `dp=${names[3]}`);
    await totals.locator('button.link', { hasText: names[3] ?? '' }).click();
    await map.page.getByText('24 packages × 10 distribution points').waitFor();
  });

  it('says why cells cannot be told apart, and draws them as what they are once it is known', async () => {
    const counted = await countedSite(24, 10);
    await map.load(counted.site);
    const legend = map.page.getByRole('group', { name: 'Legend: what is shown' });
    const open = legend.getByRole('button', { name: /^Validated or not expected/ });
    await open.waitFor();
    map.tell({ targets: { kind: 'failed', cause: 'Query targetPairs failed.' } });
    await map.page.getByRole('alert').getByText('Query targetPairs failed.').waitFor();
    map.tell({});
    const dps = counted.site.site.inventory.distributionPoints.map(({ key }) => key);
    await map.setTargets(packed(dps, counted.targets));
    await open.waitFor({ state: 'detached' });
    const matrix = await fetchMatrix(map.findings.matrix, { filter: '', order: 'name' });
    assert.equal(
      [...matrix.counts.values()].reduce((sum, count) => sum + count, 0),
      counted.truth.size,
    );
  });

  it('is as it was after the window is reloaded', async () => {
    await map.page.getByLabel('Order').selectOption('group');
    await map.page.getByRole('button', { name: /^Running/ }).click();
    const box = map.page.getByRole('combobox', { name: 'Filter' });
    await box.fill('group:europe');
    await box.press('Enter');
    const size = map.page.getByText(/^\d+ packages × 3 distribution points$/);
    await size.waitFor();
    await map.reload();
    await size.waitFor();
    assert.equal(await box.inputValue(), 'group:europe');
    assert.equal(await map.page.getByLabel('Order').inputValue(), 'group');
    assert.equal(
      await map.page.getByRole('button', { name: /^Running/ }).getAttribute('aria-pressed'),
      'false',
    );
  });

  it('says that nothing has been read, or that no site is connected', async () => {
    map.tell({ site: undefined, readAt: undefined });
    await map.page.getByText('No site is connected').waitFor();
  });

  it('names every control', async () => {
    for (const control of await map.page.locator('button, input, select, canvas').all()) {
      const text = (await control.innerText()).replace(/[\ue000-\uf8ff\s]/gu, '');
      const label = (await control.getAttribute('aria-label')) ?? '';
      assert.ok(text !== '' || label !== '', await control.evaluate('element => element.outerHTML'));
    }
  });
});

describe('heat map page: themes', () => {
  const browser = withBrowser();

  for (const theme of Object.keys(themes) as Theme[])
    it(`can be read in the theme ${theme}, and its cells told apart`, async () => {
      const map = await openMatrix(browser(), { site, theme });
      const canvas = map.page.locator('cm-heat-map canvas');
      await canvas.focus();
      await map.page.keyboard.press('Control+a');
      await map.page.locator('cm-region').getByText('240 pairs').waitFor();
      assert.deepEqual(await map.page.evaluate<readonly string[]>('cmFaintTexts(4.5)'), []);
      const shown = await fetchMatrix(map.findings.matrix, { filter: '', order: 'problems' });
      const placeOf = (wanted: string): readonly [number, number] => {
        for (const row of shown.axes.packages.keys())
          for (const column of shown.axes.dps.keys())
            if (isShown(shown.byte({ row, column })) && cellClass(shown.cell({ row, column })) === wanted)
              return [220 + 26 * column + 3, 104 + 26 * row + 3];
        throw new Error(`No cell is ${wanted}.`);
      };
      const colours = await map.page.evaluate<readonly string[]>(
        `cmColoursAt(${JSON.stringify(['problems', 'validated', 'running', 'ask'].map(placeOf))})`,
      );
      assert.equal(new Set(colours).size, 4, colours.join(' '));
      assert.deepEqual(map.complaints, []);
      await map.close();
    });
});
