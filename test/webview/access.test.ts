import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generateSite } from '../unit/findings/generatedSite';
import { withBrowser } from './support/browser';
import type { Theme } from './support/fakeVsCode';
import { rowAt, rowsOf } from './support/gridReading';
import { openMissing } from './support/missingHost';
import themes from './support/themes.json';

const site = generateSite(24, 10);
const pages = path.join(__dirname, '../../webviews');
/** What VS Code sets beside the colours of a theme, and a colour that no built-in theme has. */
const others = /^--vscode-(?:(?:editor-)?font-|list-inactiveSelectionForeground$)/;

describe('webview pages: access for all', () => {
  const browser = withBrowser();

  it('tell a screen reader what the grid is, how long, and where one is', async () => {
    const missing = await openMissing(browser(), { site });
    const { page } = missing;
    await rowsOf(page).first().waitFor();
    const grid = page.getByRole('grid', { name: 'Packages on distribution points' });
    const { total } = await missing.findings.page(
      { filter: 'state:problems', sort: { column: 'state', descending: false } },
      0,
      1,
      new AbortController().signal,
    );
    assert.equal(await grid.getAttribute('aria-rowcount'), String(total + 1));
    assert.equal(await grid.getAttribute('aria-multiselectable'), 'true');
    const columns = await page.getByRole('columnheader').count();
    assert.equal(await grid.getAttribute('aria-colcount'), String(columns));
    assert.equal(await rowAt(page, 0).getByRole('gridcell').count(), columns);
    await grid.focus();
    for (const [key, id] of [
      ['ArrowDown', 'r1'],
      ['ArrowUp', 'r0'],
      ['ArrowUp', 'h0'],
      ['ArrowRight', 'h1'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(`[role=grid][aria-activedescendant=${id}]`).waitFor();
      assert.equal(await page.locator(`#${id}`).count(), 1, `${id} is not in the document`);
    }
    await missing.close();
  });

  it('are led by keys: rows at first, and one stop of Tab for each list of values', async () => {
    const missing = await openMissing(browser(), { site });
    const { page } = missing;
    await page.locator('[role=grid]:focus').waitFor();
    await page.getByLabel('Filter', { exact: true }).focus();
    await page.keyboard.press('Tab');
    const stops = new Set<string>();
    while ((await page.locator('[role=grid]:focus').count()) === 0) {
      const group = page.getByRole('group').filter({ has: page.locator('button:focus') });
      if ((await group.count()) > 0) {
        const name = (await group.getAttribute('aria-label')) ?? '';
        const more = await group.locator('button.link:focus').count();
        assert.ok(more > 0 || !stops.has(name), `${name} is more than one stop`);
        stops.add(name);
      }
      await page.keyboard.press('Tab');
    }
    assert.ok(stops.size >= 3, [...stops].join());
    const states = page.getByRole('group', { name: 'State' }).getByRole('button');
    await states.first().focus();
    await page.keyboard.press('ArrowDown');
    await states.nth(1).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Control+a');
    await page
      .getByText(/^All \d+ selected|selected/)
      .first()
      .waitFor();
    assert.equal(await page.evaluate('String(getSelection())'), '');
    await missing.close();
  });

  it('name every control and every icon-only button', async () => {
    const missing = await openMissing(browser(), { site });
    const { page } = missing;
    await rowsOf(page).first().waitFor();
    for (const control of await page.locator('button, input').all()) {
      const text = (await control.innerText()).replace(/[\ue000-\uf8ff\s]/gu, '');
      const label = (await control.getAttribute('aria-label')) ?? '';
      assert.ok(text !== '' || label !== '', await control.evaluate('element => element.outerHTML'));
    }
    await missing.close();
  });

  it('use only colours that VS Code has', () => {
    const known = new Set(Object.values(themes).flatMap((colours) => Object.keys(colours)));
    const sources = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:ts|css)$/.test(file),
    );
    const unknown = sources
      .flatMap((file) => readFileSync(path.join(pages, file), 'utf8').match(/--vscode-[\w-]+/g) ?? [])
      .filter((name) => !known.has(name) && !others.test(name));
    assert.deepEqual(unknown, []);
  });

  for (const theme of Object.keys(themes) as Theme[])
    it(`can be read in the theme ${theme}: text against what is behind it`, async () => {
      const missing = await openMissing(browser(), { site, theme });
      const { page } = missing;
      await rowsOf(page).first().waitFor();
      await rowAt(page, 2).click();
      await page.getByText('1 selected').waitFor();
      await page.getByText('status message').first().waitFor();
      const faint = await page.evaluate<readonly string[]>('cmFaintTexts(4.5)');
      assert.deepEqual(faint, []);
      await missing.close();
    });
});
