import assert from 'node:assert/strict';
import { dpKey } from '../../extension/core/content/nalPath';
import type {
  CleanupSource,
  CleanupStanding,
  JudgedItem,
} from '../../extension/core/library/cleanup/judgeItem';
import type { CleanupState, ShownCleanupLog } from '../../extension/protocol/cleanupPage';
import { withBrowser } from './support/browser';
import { openCleanupPage, type OpenCleanupPage } from './support/cleanupHost';
import { columnTexts, rowsOf } from './support/gridReading';

const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;

const item = (
  id: string,
  name: string,
  standing: CleanupStanding,
  bytes: number | undefined,
  [source, text]: readonly [CleanupSource, string],
): JudgedItem => ({
  ...{ id, packageId: id, name, standing, bytes },
  contentIds: [],
  parts: ['DataLib'],
  lines: 2,
  first: 5,
  evidence: [{ source, text }],
});

const rows: readonly JudgedItem[] = [
  item('PS100012', 'Zürich <b>Reader</b>', 'mistake', 2.4e9, [
    'group',
    'Still asked for by the group All DPs.',
  ]),
  item('PS100023', 'Windows 11 drivers', 'mistake', undefined, [
    'taskSequence',
    "Needed by task sequence 'Kiosk' (PSF00001).",
  ]),
  item('PS100031', 'Old viewer', 'safe', 7.1e8, [
    'nothing',
    'It is not targeted here, and nothing asks for it.',
  ]),
  item('PS1000FF', '', 'safe', 1.2e6, ['package', 'The site has no package with this ID any more.']),
];

const none = { items: 0, bytes: 0, unknownSizes: 0 };

const shownLog: ShownCleanupLog = {
  name: 'WhatIf-DPHAM01.contoso.local-20261121-090000.log',
  place: '\\\\DPHAM01.contoso.local\\C$\\Windows\\ConfigMgrContent\\Cleanup\\Logs\\WhatIf.log',
  modified: now - 3 * hour,
  mode: 'whatIf',
  end: { kind: 'finished', at: now - 3 * hour },
  isForeign: false,
  lines: 14,
  troubles: [],
  moreTroubles: 0,
  otherPaths: { lines: 3, bytes: 40_000 },
  notRecognised: 2,
};

const state = (more: Partial<CleanupState> = {}): CleanupState => ({
  site: { code: 'PS1', name: 'Contoso Headquarters' },
  dp: 'DPHAM01.contoso.local',
  revision: 1,
  log: shownLog,
  totals: {
    inFlight: none,
    mistake: { items: 2, bytes: 2.4e9, unknownSizes: 1 },
    unknown: none,
    safe: { items: 2, bytes: 7.112e8, unknownSizes: 0 },
  },
  preconditions: [
    { id: 'cloudDp', standing: 'met', forbids: 'whatIf', text: 'It is no cloud distribution point.' },
    { id: 'rights', standing: 'check', forbids: undefined, text: 'The account needs Full Administrator.' },
  ],
  obstacles: ['Probably removed by mistake: 2. Distribute them again, or agree to lose each of them.'],
  mayDelete: false,
  agreed: [],
  linesRead: false,
  readAt: now,
  now,
  loading: false,
  problem: undefined,
  saved: { site: '1', dp: dpKey('DPHAM01.contoso.local', 'Windows NT Server'), place: 'x', release: 2107 },
  ...more,
});

const lines = [
  { line: 2, text: 'Distribution point: DPHAM01' },
  { line: 4, text: '<script>Reading the content library</script>' },
];

describe('page of a reviewed content library cleanup', () => {
  const browser = withBrowser();
  let open: OpenCleanupPage;

  const show = async (first: CleanupState, width = 1280): Promise<OpenCleanupPage['page']> => {
    open = await openCleanupPage(browser(), first, { rows, notRecognised: lines }, { width });
    return open.page;
  };

  afterEach(async () => {
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  it('lists what is flagged first, with sizes and totals, and says what speaks against deleting', async () => {
    const page = await show(state());
    await rowsOf(page).first().waitFor();
    assert.deepEqual(
      await columnTexts(page, 'ID'),
      rows.map(({ id }) => id),
    );
    assert.deepEqual(await columnTexts(page, 'Size'), ['2.24 GB', 'unknown', '677 MB', '1.14 MB']);
    await page.getByRole('status').getByText('1 item of unknown size').waitFor();
    await page.getByText('1 thing speaks against deleting').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Prepare the delete script' }).isDisabled(), true);
  });

  it('agrees to lose flagged items only, by keyboard', async () => {
    const page = await show(state(), 400);
    await rowsOf(page).first().waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Agree to lose 2 items' }).press('Enter');
    await page.waitForTimeout(50);
    assert.deepEqual(open.agreed, [{ ids: ['PS100012', 'PS100023'], isAgreed: true }]);
  });

  it('makes the delete script once nothing speaks against it', async () => {
    const page = await show(state({ obstacles: [], mayDelete: true }));
    await page.getByRole('button', { name: 'Prepare the delete script' }).click();
    await page.waitForTimeout(50);
    assert.deepEqual(open.acted, [{ action: 'prepareDelete', ids: [] }]);
  });

  it('keeps lines that were not recognised in a tab, as text', async () => {
    const page = await show(state());
    await page.getByRole('tab', { name: 'Not recognised (2)' }).click();
    await page.getByText('<script>Reading the content library</script>').waitFor();
    await page.getByRole('checkbox', { name: 'I have read these lines' }).check();
  });

  it('says that a log is not finished, and offers the reconciliation after a delete', async () => {
    const page = await show(
      state({ log: { ...shownLog, end: { kind: 'notFinished', why: 'Its last line is cut off.' } } }),
    );
    await page.getByText('Not finished').waitFor();
    open.tell(state({ log: { ...shownLog, mode: 'delete' } }));
    await page.getByRole('button', { name: 'Plan a reconciliation' }).click();
    await page.waitForTimeout(50);
    assert.deepEqual(open.acted.at(-1), { action: 'reconcile', ids: [] });
    assert.equal(await page.getByRole('button', { name: 'Prepare the delete script' }).count(), 0);
  });

  it('says why a log could not be read', async () => {
    const page = await show(
      state({ log: undefined, totals: undefined, revision: 0, problem: 'Access is denied.' }),
    );
    await page.getByText('Access is denied.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  });
});
