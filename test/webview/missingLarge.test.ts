import assert from 'node:assert/strict';
import { generateSite } from '../unit/findings/generatedSite';
import { withBrowser } from './support/browser';
import { filterTo, rowAt, rowsOf } from './support/gridReading';
import { openMissing, type OpenMissing } from './support/missingHost';

interface Scrolled {
  /** Milliseconds. */
  readonly longest: number;
  readonly median: number;
  readonly mostRows: number;
}

/** Longest frame while scrolling, milliseconds; the test fails at five times this (docs/architecture.md, Budgets). */
const frameBudget = 50;

describe('missing-content page: 100,000 rows', () => {
  const browser = withBrowser();
  let missing: OpenMissing;

  before(async function () {
    this.timeout(60_000);
    missing = await openMissing(browser(), { site: generateSite(400, 250), width: 1600, height: 900 });
    await rowsOf(missing.page).first().waitFor();
    await filterTo(missing.page, '', '100,000 rows');
  });

  after(async () => {
    assert.deepEqual(missing.complaints, []);
    await missing.close();
  });

  it('scroll smoothly, and only those on screen are in the document', async function () {
    this.timeout(60_000);
    const passes: Scrolled[] = [];
    for (let pass = 0; pass < 2; pass++)
      passes.push(await missing.page.evaluate<Scrolled>('cmScrollThrough()'));
    // What else the machine does makes frames longer, never shorter.
    const scrolled = passes.reduce((a, b) => (a.longest < b.longest ? a : b));
    console.log(
      `      longest frame ${scrolled.longest.toFixed(0)} ms, median ${scrolled.median.toFixed(0)} ms, ` +
        `at most ${scrolled.mostRows} rows in the document`,
    );
    assert.ok(scrolled.longest < 5 * frameBudget, `a frame took ${scrolled.longest} ms`);
    assert.ok(scrolled.mostRows < 60, `${scrolled.mostRows} rows were in the document`);
  });

  it('are reached to the last one, with its content and number', async () => {
    const { page } = missing;
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    const last = rowAt(page, 99_999);
    await last.locator('cm-verdict').waitFor();
    assert.equal(await last.getAttribute('aria-rowindex'), '100001');
    assert.equal(await page.getByRole('grid').getAttribute('aria-activedescendant'), 'r99999');
    const details = page.getByRole('region', { name: 'Details' });
    await details.getByText((await last.getByRole('gridcell').nth(2).innerText()).trim()).waitFor();
  });

  it('are selected all at once, and measured', async () => {
    const { page } = missing;
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    await page.getByText('100,000 selected').waitFor();
    await page.getByText('400 packages on 250 distribution points').waitFor();
  });
});
