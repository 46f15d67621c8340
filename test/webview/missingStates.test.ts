import assert from 'node:assert/strict';
import { scopeWords } from '../../extension/core/reconcile/sourceWords';
import { generateSite, type GeneratedSite } from '../unit/findings/generatedSite';
import { withBrowser } from './support/browser';
import { columnTexts, filterTo, rowAt, rowsOf, selectedRows } from './support/gridReading';
import { openMissing, type MissingOptions, type OpenMissing } from './support/missingHost';

const site = generateSite(24, 10);

const hostile = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  `"quotes" 'single' & &amp; \\ %s \${x}`,
  'Ζώνη ασφαλείας – 安全更新 – أمان',
  '{{constructor}} [100%] _x_',
];

/** The same site with other package names. */
const renamed = ({ site: { inventory, ...rest }, pairs }: GeneratedSite): GeneratedSite => ({
  site: {
    ...rest,
    inventory: {
      ...inventory,
      packages: inventory.packages.map((one, index) => ({ ...one, name: hostile[index] ?? one.name })),
    },
  },
  pairs,
});

describe('missing-content page: states', () => {
  const browser = withBrowser();
  let missing: OpenMissing;

  const open = async (options: MissingOptions): Promise<OpenMissing['page']> => {
    missing = await openMissing(browser(), options);
    return missing.page;
  };

  afterEach(async () => {
    assert.deepEqual(missing.complaints, []);
    await missing.close();
  });

  it('without a site offers the demo site', async () => {
    const page = await open({ state: { site: undefined } });
    await page.getByRole('heading', { name: 'No site is connected' }).waitFor();
    await page.getByRole('button', { name: 'Connect to the demo site' }).click();
    await page.waitForTimeout(50);
    assert.equal(missing.refreshes(), 1);
    await missing.load(site);
    missing.tell({});
    await rowsOf(page).first().waitFor();
  });

  it('offers saved filters to the keyboard with what stands in the box, and to export what is shown', async () => {
    const page = await open({ site });
    const box = page.getByRole('combobox', { name: 'Filter' });
    await box.fill('size>1GB');
    await box.press('Enter');
    await box.press('Alt+ArrowDown');
    await page.getByRole('button', { name: 'Saved filters (Alt+Down)' }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.waitForTimeout(50);
    assert.deepEqual(missing.asked, ['filters for size>1GB', 'filters for size>1GB', 'export']);
  });

  it('before the first read claims nothing, and says why a first read failed', async () => {
    const page = await open({ state: { loading: true } });
    await page.getByRole('heading', { name: 'Reading the site…' }).waitFor();
    missing.tell({ stale: 'Query "packages" failed. Check what the account may read.' });
    await page.getByRole('heading', { name: 'The site has not been read yet' }).waitFor();
    await page.getByText('Query "packages" failed. Check what the account may read.').waitFor();
    assert.equal(await page.getByText('Nothing is missing').count(), 0);
  });

  it('says that more may be there when the site is read by role', async () => {
    const page = await open({ site, width: 400 });
    assert.equal(await page.locator('.limits').count(), 0);
    missing.tell({ limits: scopeWords(['packages', 'targets']) });
    await page.getByText('More may be there than is shown').waitFor();
    const { width = 0 } = (await page.locator('.limits').boundingBox()) ?? {};
    assert.ok(width <= 400, `${width} px`);
  });

  it('keeps old rows after a failed read, marked stale with cause and a way to try again', async () => {
    const page = await open({ site });
    await rowsOf(page).first().waitFor();
    missing.tell({ stale: 'Query "pairs" failed: the column X is not there. Read the site again.' });
    const alert = page.getByRole('alert');
    await alert.getByText('the column X is not there').waitFor();
    assert.ok((await rowsOf(page).count()) > 5);
    await alert.getByRole('button', { name: 'Try again' }).click();
    missing.tell({ loading: true });
    await page.getByRole('progressbar').waitFor();
    assert.equal(missing.refreshes(), 1);
  });

  it('says "Nothing is missing" of a fresh read only, and counts what was not proved', async () => {
    const tally = {
      expected: 320,
      validated: 300,
      problems: 0,
      running: 0,
      stale: 5,
      unknown: 15,
      nothing: 0,
      acknowledged: 0,
    };
    const page = await open({ site: generateSite(0, 3), state: { tally } });
    await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
    await page.getByText('20 pairs could not be proved either way.').waitFor();
    missing.tell({ tally, stale: 'The read failed.' });
    await page.getByRole('heading', { name: 'No row fits the filter' }).waitFor();
    assert.equal(await page.getByText('Nothing is missing').count(), 0);
  });

  it('tells an empty filter result from a healthy site', async () => {
    const page = await open({ site });
    await filterTo(page, 'dp:nowhere', '0 rows');
    await page.getByRole('heading', { name: 'No row fits the filter' }).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByText('240 rows', { exact: true }).waitFor();
  });

  it('follows the site: other rows come in, the selection stays with its pair', async () => {
    const page = await open({ site, width: 2000 });
    await rowAt(page, 1).click();
    await page.getByText('1 selected').waitFor();
    const packageId = (await columnTexts(page, 'ID'))[1] ?? '';
    await missing.load(renamed(site));
    await page
      .getByText(hostile[2] ?? '', { exact: true })
      .first()
      .waitFor();
    const [place] = await selectedRows(page);
    assert.ok(place !== undefined);
    assert.ok((await rowAt(page, place).innerText()).includes(packageId));
    await page.getByText('1 selected').waitFor();
  });

  it('shows what is asked for elsewhere', async () => {
    const page = await open({ site });
    await rowsOf(page).first().waitFor();
    missing.show('dp=ZRH-DP1.corp.example');
    await page.getByText('24 rows', { exact: true }).waitFor();
    const box = page.getByRole('combobox', { name: 'Filter' });
    assert.equal(await box.inputValue(), 'dp=ZRH-DP1.corp.example');
  });

  it('comes back after a reload as it was: filter, order, place, selection, panes', async () => {
    const page = await open({ site: generateSite(60, 40) });
    await filterTo(page, '', '2,400 rows');
    await page.locator('[data-column=dp]').click();
    await page.locator('[data-column=dp][aria-sort=ascending]').waitFor();
    await page.getByRole('grid').focus();
    for (let presses = 0; presses < 6; presses++) await page.keyboard.press('PageDown');
    await page.locator('[role=row].active cm-verdict').waitFor();
    await page.keyboard.press('Space');
    await page.getByText('1 selected').waitFor();
    const [selected] = await selectedRows(page);
    assert.ok(selected !== undefined && selected > 60);
    await page.getByRole('button', { name: 'Facets' }).click();
    await page.waitForTimeout(400);
    const before = await columnTexts(page, 'Package');
    await missing.reload();
    await rowAt(page, selected).locator('cm-verdict').waitFor();
    assert.deepEqual(await selectedRows(page), [selected]);
    assert.deepEqual(await columnTexts(page, 'Package'), before);
    assert.equal(await page.getByRole('combobox', { name: 'Filter' }).inputValue(), '');
    await page.locator('[data-column=dp][aria-sort=ascending]').waitFor();
    assert.equal(await page.locator('cm-facets').count(), 0);
  });

  it('ignores a saved state that it did not save', async () => {
    const page = await open({ site });
    await rowsOf(page).first().waitFor();
    await page.waitForTimeout(400);
    await page.evaluate(`sessionStorage.setItem('state', '{"version":1,"filter":7}')`);
    await missing.reload();
    await rowsOf(page).first().waitFor();
    assert.equal(await page.getByRole('combobox', { name: 'Filter' }).inputValue(), 'state:problems');
  });

  it('shows every name as the text that it is', async () => {
    const page = await open({ site: renamed(site) });
    for (const name of hostile) {
      await filterTo(page, `package=${JSON.stringify(name)}`, '10 rows');
      assert.ok(
        (await columnTexts(page, 'Package')).every((text) => text === name),
        name,
      );
      await rowAt(page, 0).click();
      await page.getByRole('region', { name: 'Details' }).getByText(name, { exact: true }).waitFor();
    }
    assert.equal(await page.evaluate('typeof window.pwned'), 'undefined');
  });
});

describe('missing-content page: content security policy', () => {
  const browser = withBrowser();

  it('is in force: what is injected does not run, is not loaded and has no style', async () => {
    const missing = await openMissing(browser(), { site });
    const { page } = missing;
    await rowsOf(page).first().waitFor();
    assert.deepEqual(missing.complaints, []);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<p id="styled" style="color: rgb(1, 2, 3)">x</p><img src="https://elsewhere.example/x.png" onerror="window.pwned = 1">')`);
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate('typeof window.pwned'), 'undefined');
    assert.notEqual(await page.evaluate('getComputedStyle(styled).color'), 'rgb(1, 2, 3)');
    assert.ok(missing.complaints.filter((text) => /Content Security Policy/.test(text)).length >= 2);
    await missing.close();
  });
});
