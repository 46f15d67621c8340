import assert from 'node:assert/strict';
import { generateSite } from '../unit/findings/generatedSite';
import { never, view } from '../unit/findings/running';
import { withBrowser } from './support/browser';
import { columnTexts, filterTo, rowAt, rowsOf } from './support/gridReading';
import { openMissing, type OpenMissing } from './support/missingHost';

const site = generateSite(24, 10);

describe('missing-content page: rows', () => {
  const browser = withBrowser();
  let missing: OpenMissing;

  beforeEach(async () => {
    missing = await openMissing(browser(), { site, width: 1600 });
    await rowsOf(missing.page).first().waitFor();
  });

  afterEach(async () => {
    assert.deepEqual(missing.complaints, []);
    await missing.close();
  });

  const total = async (filter: string): Promise<number> =>
    (await missing.findings.page(view(filter), 0, 1, never)).total;

  const firstNames = async (): Promise<readonly string[]> =>
    (await columnTexts(missing.page, 'Package')).slice(0, 10);

  it('first shows the problems, each with its verdict, package, DP, reason and size', async () => {
    const { rows } = await missing.findings.page(view('state:problems', 'state'), 0, 5, never);
    for (const [index, row] of rows.entries()) {
      const text = await rowAt(missing.page, index).innerText();
      for (const part of [row.packageName, row.dpName, row.reason]) assert.ok(text.includes(part), text);
    }
    assert.equal(rows[0]?.verdict, 'missing');
    assert.match(await rowAt(missing.page, 0).innerText(), /\d (B|kB|MB|GB)/);
    const words = rowAt(missing.page, 0).getByText('Missing \u00b7 installed', { exact: true });
    assert.equal(await words.count(), 1, 'missing where the status says installed is told apart');
  });

  it('shows what depends on each row, sorts by it, and says why', async () => {
    const { page } = missing;
    const filter = 'state:problems impact:bootImage';
    await filterTo(page, filter, `${await total(filter)} rows`);
    const [row] = (await missing.findings.page(view(filter, 'state'), 0, 1, never)).rows;
    await rowAt(page, 0)
      .getByTitle(row?.impactReason ?? '')
      .waitFor();
    await rowAt(page, 0).click();
    const details = page.getByRole('region', { name: 'Details' });
    await details.getByText("Boot image of task sequence 'Windows 11 bare metal' (P01F0001)").waitFor();
    await filterTo(page, '', `${await total('')} rows`);
    await page.getByRole('columnheader', { name: 'Impact' }).click();
    await page.locator('[role=columnheader][data-column=impact][aria-sort=ascending]').waitFor();
    assert.match((await columnTexts(page, 'Impact'))[0] ?? '', /Boot image/);
  });

  it('narrows to what operating system deployment waits for, by a facet too', async () => {
    const { page } = missing;
    const expected = await total('impact:osd');
    await filterTo(page, 'impact:osd', `${expected} rows`);
    const facet = page.getByRole('group', { name: 'Impact' });
    await facet.getByRole('button', { name: /^Task sequence/ }).click();
    assert.equal(await page.getByRole('combobox', { name: 'Filter' }).inputValue(), 'impact:taskSequence');
    await page
      .getByRole('status')
      .getByText(`${await total('impact:taskSequence')} rows`)
      .waitFor();
  });

  it('explains the row that is clicked by the facts its verdict rests on', async () => {
    await filterTo(missing.page, 'state:hashFailed', `${await total('state:hashFailed')} rows`);
    await rowAt(missing.page, 1).click();
    const details = missing.page.getByRole('region', { name: 'Details' });
    await details.getByText('status message 2382').waitFor();
    const [, row] = (await missing.findings.page(view('state:hashFailed', 'state'), 0, 2, never)).rows;
    assert.ok(row);
    await details.getByText(row.packageName, { exact: true }).waitFor();
    await details.getByText(row.dpName).waitFor();
    await details.getByText('Redistribute the package').waitFor();
  });

  it('names the sources that disagree about a pair', async () => {
    await filterTo(missing.page, 'disagree:yes', `${await total('disagree:yes')} rows`);
    await rowAt(missing.page, 0).click();
    const details = missing.page.getByRole('region', { name: 'Details' });
    await details.getByRole('heading', { name: 'Sources disagree' }).waitFor();
    await details.getByText('StateGroup 1').waitFor();
  });

  it('sorts by a column, the other way round at the second click, the unknown last both times', async () => {
    const { page } = missing;
    const head = page.getByRole('columnheader', { name: 'Size' });
    for (const order of ['ascending', 'descending'] as const) {
      await head.click();
      await page.locator(`[role=columnheader][data-column=bytes][aria-sort=${order}]`).waitFor();
      const { rows } = await missing.findings.page(
        view('state:problems', 'bytes', order === 'descending'),
        0,
        10,
        never,
      );
      await rowAt(page, 0)
        .getByText(rows[0]?.dpName ?? '')
        .waitFor();
      const names = await columnTexts(page, 'Package');
      assert.deepEqual(
        names.slice(0, 10),
        rows.map(({ packageName }) => packageName),
      );
    }
  });

  it('filters with the query language, and counts what it shows', async () => {
    const filter = 'dp:ZRH state:missing,hashFailed -package:chrome size>1MB';
    const expected = await total(filter);
    assert.ok(expected > 0 && expected < (await total('dp:ZRH')));
    await filterTo(missing.page, filter, expected === 1 ? '1 row' : `${expected} rows`);
    for (const name of await columnTexts(missing.page, 'Distribution point')) assert.match(name, /^ZRH/);
  });

  it('says where a filter is wrong and what to write, and keeps the rows that were shown', async () => {
    const { page } = missing;
    const before = await firstNames();
    const box = page.getByRole('combobox', { name: 'Filter' });
    await box.fill('dp:ZRH sizze>1GB');
    await box.press('Enter');
    const alert = page.getByRole('alert');
    await alert.getByText('Unknown field sizze.').waitFor();
    assert.equal(await alert.locator('mark').innerText(), 'sizze');
    assert.match(await alert.innerText(), /Fields are state, dp/);
    assert.equal(await box.getAttribute('aria-invalid'), 'true');
    assert.deepEqual(await firstNames(), before);
  });

  it('offers fields and values at the caret, taken with the keyboard', async () => {
    const { page } = missing;
    const box = page.getByRole('combobox', { name: 'Filter' });
    await box.fill('');
    await box.pressSequentially('sta');
    await page.getByRole('option', { name: /^state:/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await box.pressSequentially('filesM');
    await page.keyboard.press('ArrowDown');
    assert.equal(await box.getAttribute('aria-activedescendant'), 's0');
    await page.keyboard.press('Enter');
    assert.equal(await box.inputValue(), 'state:filesMissing ');
    const expected = await total('state:filesMissing');
    await page.getByRole('status').getByText(`${expected} rows`, { exact: true }).waitFor();
  });

  it('narrows by facets, which count what each would show, and widens again', async () => {
    const { page } = missing;
    const states = page.getByRole('group', { name: 'State' });
    const expected = await total('state:hashFailed');
    const value = states.getByRole('button', { name: /^Hash failed/ });
    assert.ok((await value.innerText()).endsWith(String(expected)));
    await value.click();
    await page.getByRole('status').getByText(`${expected} rows`, { exact: true }).waitFor();
    assert.equal(await value.getAttribute('aria-pressed'), 'true');
    assert.equal(await page.getByRole('combobox', { name: 'Filter' }).inputValue(), 'state:hashFailed');
    await value.click();
    await page
      .getByRole('status')
      .getByText(`${await total('')} rows`, { exact: true })
      .waitFor();
  });

  it('keeps the order that is on screen when another cannot be read, and says so', async () => {
    const { page } = missing;
    const before = await firstNames();
    missing.failPages('Query "pairs" failed. Read the site again.');
    await page.getByRole('columnheader', { name: 'Size' }).click();
    await page.getByRole('alert').getByText('Query "pairs" failed. Read the site again.').waitFor();
    assert.equal(
      await page.getByRole('columnheader', { name: 'State' }).getAttribute('aria-sort'),
      'ascending',
    );
    assert.deepEqual(await firstNames(), before);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    assert.equal(await page.getByRole('alert').count(), 0);
  });
});
