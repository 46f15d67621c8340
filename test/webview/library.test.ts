import assert from 'node:assert/strict';
import { dpKey } from '../../extension/core/content/nalPath';
import { mismatchAdvice } from '../../extension/core/library/mismatchAdvice';
import { countKinds, type MismatchRow } from '../../extension/core/library/mismatchRows';
import type { LibraryDpState, LibraryState } from '../../extension/protocol/libraryPage';
import { withBrowser } from './support/browser';
import { columnTexts, rowsOf } from './support/gridReading';
import { openLibrary, type OpenLibrary } from './support/libraryHost';

const row = (packageId: string, dpName: string, more: Partial<MismatchRow> = {}): MismatchRow => {
  const plain = {
    dp: dpKey(dpName, 'Windows NT Server'),
    dpName,
    packageId,
    packageName: `Name of ${packageId}`,
    kind: 'onlyInWmi',
    targeted: true,
    lists: { site: 'present', wmi: 'present', pkgLib: 'absent' },
    findings: [],
    seenTwice: true,
    onlyReported: undefined,
    ...more,
  } as const;
  const ground = { onlyReported: plain.onlyReported, version: '5.00.9128.1000' };
  return { ...plain, id: `${packageId}@${dpName}`, advice: mismatchAdvice(plain, ground) };
};

const paris = 'DPPAR01.contoso.local';
const stray = 'PkgLib\\Copy of <PS10002C>.INI';
const rows: readonly MismatchRow[] = [
  row('PS10000A', paris, { packageName: 'Adobe Acrobat 24 ' }),
  row('PS10000B', paris, { targeted: false, lists: { site: 'absent', wmi: 'present', pkgLib: 'absent' } }),
  row('PS10000C', 'DP1.contoso.local', {
    kind: 'filesMissing',
    lists: { site: 'present', wmi: 'present', pkgLib: 'present' },
    findings: [
      { in: 'fileLib', kind: 'absent', path: 'FileLib\\1F2E\\1F2E0A', detail: 'It is not in FileLib.' },
    ],
  }),
  row('PS10000D', 'DP1.contoso.local', { kind: 'inFlight', seenTwice: false }),
  row('', paris, {
    kind: 'damaged',
    packageName: '',
    targeted: undefined,
    lists: { site: 'unknown', wmi: 'unknown', pkgLib: 'unknown' },
    findings: [{ in: 'pkgLib', kind: 'strayName', path: stray, detail: 'It is named like no package.' }],
  }),
];

const dp = (dpName: string, more: Partial<LibraryDpState> = {}): LibraryDpState => ({
  dp: dpKey(dpName, 'Windows NT Server'),
  dpName,
  looks: 2,
  onlyReported: undefined,
  counts: { site: 48, wmi: 49, pkgLib: 46 },
  mismatches: 0,
  inFlight: 0,
  notRead: [],
  ...more,
});

const state = (more: Partial<LibraryState> = {}): LibraryState => ({
  site: { code: 'PS1', name: 'Contoso Headquarters' },
  revision: 1,
  dps: [
    dp(paris, { mismatches: 3 }),
    dp('DP1.contoso.local', { mismatches: 1, inFlight: 1 }),
    dp('CM01.contoso.local', { onlyReported: 'siteServer', counts: { site: 60, wmi: 60, pkgLib: 72 } }),
    dp('DPMAD01.contoso.local', {
      counts: { site: 51, wmi: 51 },
      notRead: ['PkgLib: access is denied. Ask for rights to read the share.'],
    }),
  ],
  counts: countKinds(rows),
  progress: undefined,
  problem: undefined,
  canRepair: true,
  ...more,
});

describe('page of content libraries', () => {
  const browser = withBrowser();
  let open: OpenLibrary;

  const show = async (
    first: LibraryState = state(),
    shown: readonly MismatchRow[] = rows,
    width = 1280,
  ): Promise<OpenLibrary['page']> => {
    open = await openLibrary(browser(), first, shown, { width });
    return open.page;
  };

  afterEach(async () => {
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  it('lists what is wrong with what each list says, and what was found', async () => {
    const page = await show();
    await rowsOf(page).first().waitFor();
    assert.deepEqual(
      await columnTexts(page, 'Package'),
      ['Adobe Acrobat 24 ', 'Name of PS10000B', 'Name of PS10000C', stray, 'Name of PS10000D'].map((text) =>
        text.trim(),
      ),
    );
    assert.deepEqual(await columnTexts(page, 'PkgLib'), ['no', 'no', 'yes', 'not known', 'no']);
    await rowsOf(page).nth(2).click();
    await page.getByText('FileLib\\1F2E\\1F2E0A').waitFor();
    await page.getByText('site server: only reported').waitFor();
    await page.getByText('access is denied').waitFor();
  });

  it('filters by a kind, by a DP, and by the query language, also after a reload', async () => {
    const page = await show();
    await page.getByRole('button', { name: '2 Only in WMI' }).click();
    await page.getByRole('status').getByText('2 mismatches', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^DP1\.contoso\.local/ }).click();
    await page.getByRole('status').getByText('2 mismatches', { exact: true }).waitFor();
    await page.getByRole('combobox').fill('targeted:no');
    await page.getByRole('status').getByText('1 mismatch', { exact: true }).waitFor();
    await open.reload();
    await page.getByRole('status').getByText('1 mismatch', { exact: true }).waitFor();
    await page.getByRole('combobox').fill('nothing at all');
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByRole('status').getByText('5 mismatches', { exact: true }).waitFor();
  });

  it('hands what is selected to the repair, by keyboard alone, and offers it with the command only', async () => {
    const page = await show(state(), rows, 400);
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Repair' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    assert.deepEqual(open.acted, [`repair PS10000B@${paris}`, `reveal PS10000B@${paris}`]);
    open.tell({ canRepair: false });
    await page.getByRole('button', { name: /^Repair/ }).waitFor({ state: 'detached' });
  });

  it('tells how far the search is, and can be stopped', async () => {
    const page = await show(state({ progress: { phase: 'first', done: 1, total: 4, wait: undefined } }));
    await page.getByRole('status').getByText('First look: 1 of 4').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    open.tell({ progress: { phase: 'waiting', done: 0, total: 2, wait: 250_000 } });
    await page.getByText('The second look begins in 5 minutes').waitFor();
    open.tell({ progress: undefined, problem: 'The search was stopped.' });
    await page.getByRole('alert').getByText('The search was stopped.').waitFor();
    await page.getByRole('button', { name: 'Look again' }).first().click();
    await page.waitForTimeout(50);
    assert.deepEqual(open.acted, ['stop', 'again']);
  });

  it('says what there is to do without a site, before a search, and when all is well or not all was read', async () => {
    const page = await show(state({ site: undefined, dps: [], counts: {} }), []);
    await page.getByRole('button', { name: 'Connect' }).click();
    open.tell({ site: { code: 'PS1', name: 'Contoso' } });
    await page.getByRole('heading', { name: 'No distribution point was looked at yet' }).waitFor();
    open.tell({ dps: [dp(paris)] });
    await page.getByRole('heading', { name: 'The lists agree' }).waitFor();
    open.tell({ dps: [dp(paris, { notRead: ['WMI list: it does not answer.'] })] });
    await page.getByRole('heading', { name: 'Nothing is known to be wrong' }).waitFor();
    assert.deepEqual(open.acted, ['connect']);
  });
});
