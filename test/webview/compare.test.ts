import assert from 'node:assert/strict';
import type { Subject } from '../../extension/core/compare/subject';
import { openComparing } from '../unit/compare/comparing';
import { withBrowser } from './support/browser';
import { openCompare, type OpenCompare } from './support/compareHost';
import { columnTexts, rowAt, rowsOf } from './support/gridReading';
import type { FakeOptions } from './support/fakeVsCode';

describe('compare page', () => {
  const browser = withBrowser();
  let site: Awaited<ReturnType<typeof openComparing>>;
  let open: OpenCompare;

  before(async function () {
    this.timeout(60_000);
    site = await openComparing({});
  });
  after(() => site.close());
  afterEach(async () => {
    site.suffer({});
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  const show = async (subject: Subject, options: FakeOptions = {}): Promise<OpenCompare['page']> => {
    open = await openCompare(browser(), site.session, subject, options);
    await rowsOf(open.page).first().waitFor();
    return open.page;
  };
  const dpOf = (profile: string): (typeof site.engine.site.model.dps)[number] => {
    const dp = site.engine.site.model.dps.find((one) => one.profile === profile);
    assert.ok(dp !== undefined);
    return dp;
  };
  const twoDps = (): Subject => ({ kind: 'dps', left: dpOf('daily').key, right: dpOf('weekly').key });

  it('says what is compared, and shows at first what sets them apart', async () => {
    const page = await show(twoDps());
    await page
      .getByRole('heading', { name: `${dpOf('daily').server} and ${dpOf('weekly').server}` })
      .waitFor();
    const { total } = open.comparison.page(
      { kinds: [], onlyDifferences: true, sort: { column: 'difference', descending: false } },
      0,
      1,
    );
    await page.getByText(`${total} rows`).waitFor();
    assert.ok((await columnTexts(page, 'Difference')).every((text) => !text.includes('The same')));
    await page.getByRole('checkbox', { name: 'Only differences' }).uncheck();
    await page.getByText(`${total + (open.comparison.state.counts.same ?? 0)} rows`).waitFor();
  });

  it('filters by kind, and sorts by any column, with the keyboard alone', async () => {
    const page = await show(twoDps());
    const chip = page.getByRole('button', { name: /Proved only on DP1$/ });
    await chip.focus();
    await page.keyboard.press('Enter');
    await page.getByText(`${open.comparison.state.counts.provedRight ?? 0} rows`).waitFor();
    assert.equal(await chip.getAttribute('aria-pressed'), 'true');
    await page.getByRole('grid').focus();
    for (const key of ['ArrowUp', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.locator('[role=columnheader][aria-sort=ascending]', { hasText: 'Package' }).waitFor();
    const names = await columnTexts(page, 'Package');
    assert.deepEqual(names, [...names].sort(new Intl.Collator('en', { numeric: true }).compare));
  });

  it('shows a pair in the tree from its row, and copies what is selected', async () => {
    const page = await show(twoDps());
    await page.getByRole('grid').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /^Reveal on DPHAM01|^Reveal in tree/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.activeElement !== null');
    await rowAt(page, 2).click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByRole('button', { name: 'Copy for a spreadsheet' }).click();
    await page.waitForTimeout(100);
    assert.equal(open.revealed.length, 1);
    assert.deepEqual(
      open.copied.map(({ ids, format }) => [ids.length, format]),
      [
        [2, 'markdown'],
        [2, 'tsv'],
      ],
    );
  });

  it('says what could not be read, and calls it unknown until it is read again', async () => {
    const { key, server } = dpOf('listsDisagree');
    site.suffer({ silentDps: [server] });
    const page = await show({ kind: 'library', dp: key }, { width: 400, theme: 'light' });
    await page.getByRole('alert').getByText('WMI list: DPPAR01.contoso.local stopped answering').waitFor();
    assert.ok((await columnTexts(page, 'WMI list')).every((text) => text.includes('unknown')));
    site.suffer({});
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: /Only in WMI$/ }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('comes back after a reload with its kinds and order', async () => {
    const page = await show({ kind: 'library', dp: dpOf('listsDisagree').key });
    await page.getByRole('button', { name: /Only in PkgLib$/ }).click();
    await page.getByText(`${open.comparison.state.counts.onlyInPkgLib ?? 0} rows`).waitFor();
    await open.reload();
    await page.locator('button[aria-pressed=true]', { hasText: 'Only in PkgLib' }).waitFor();
    await page.getByText(`${open.comparison.state.counts.onlyInPkgLib ?? 0} rows`).waitFor();
  });

  for (const theme of ['light', 'highContrast'] as const)
    it(`can be read in the theme ${theme}`, async () => {
      const page = await show({ kind: 'groups', left: groupAt(0), right: groupAt(1) }, { theme });
      assert.deepEqual(await page.evaluate<readonly string[]>('cmFaintTexts(4.5)'), []);
    });

  const groupAt = (at: number): string => site.index.inventory.groups[at]?.groupId ?? '';
});
