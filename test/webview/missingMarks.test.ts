import assert from 'node:assert/strict';
import { pairSet } from '../../extension/core/history/pairSet';
import type { FindingRow } from '../../extension/core/reconcile/findingRow';
import { said } from '../unit/acknowledge/acknowledgements';
import { generateSite, now } from '../unit/findings/generatedSite';
import { never } from '../unit/findings/running';
import { withBrowser } from './support/browser';
import { columnTexts, filterTo, rowAt, rowsOf } from './support/gridReading';
import { openMissing, type OpenMissing } from './support/missingHost';

const site = generateSite(12, 8);
const saidOf = ({ packageId, dpName, verdict }: FindingRow, expires?: number) =>
  said({ packageId, dp: dpName, verdicts: [verdict], expires });

describe('missing-content page: marks', () => {
  const browser = withBrowser();
  let missing: OpenMissing;
  let problems: readonly FindingRow[];

  beforeEach(async () => {
    missing = await openMissing(browser(), { site });
    const view = { filter: 'state:problems', sort: { column: 'state', descending: false } } as const;
    problems = (await missing.findings.page(view, 0, 500, never)).rows;
    await rowsOf(missing.page).first().waitFor();
  });
  afterEach(async () => {
    await missing.close();
    assert.deepEqual(missing.complaints, []);
  });

  it('takes what is acknowledged out of the problems, and shows it, with who said so, when asked', async () => {
    const { page } = missing;
    const [first] = problems;
    assert.ok(first);
    await missing.mark({
      acknowledgements: [saidOf(first, now + 30 * 24 * 3_600_000)],
      now,
      before: undefined,
      flapping: undefined,
    });
    await page
      .getByRole('status')
      .getByText(`${problems.length - 1} rows`, { exact: true })
      .waitFor();
    await page.getByRole('button', { name: '1 acknowledged' }).click();
    await page.getByRole('status').getByText('1 row', { exact: true }).waitFor();
    await rowAt(page, 0).getByText('Acknowledged.').waitFor({ state: 'attached' });
    await rowAt(page, 0).click();
    const details = page.getByRole('region', { name: 'Details' });
    await details.getByText('Being decommissioned').waitFor();
    await details.getByText('CHG0012345').waitFor();
    await details.getByText('until 2026-12-21 12:00:00 UTC').waitFor();
  });

  it('acknowledges selected rows, and lets them count again where some are acknowledged', async () => {
    const { page } = missing;
    const [first] = problems;
    assert.ok(first);
    await rowAt(page, 0).click();
    const remove = page.getByRole('button', { name: 'Remove acknowledgement' });
    const acknowledge = page.getByRole('button', { name: 'Acknowledge…' });
    await acknowledge.and(page.locator(':enabled')).click();
    assert.ok(await remove.isDisabled());
    await missing.mark({
      acknowledgements: [saidOf(first, now - 1)],
      now,
      before: undefined,
      flapping: undefined,
    });
    await filterTo(page, 'acknowledged:expired', '1 row');
    await rowAt(page, 0).click();
    await page.getByText('Was acknowledged, and counts again').waitFor();
    await remove.and(page.locator(':enabled')).click();
    await page.waitForTimeout(50);
    assert.deepEqual(
      missing.acted.map(({ action }) => action),
      ['acknowledge', 'removeAcknowledgement'],
    );
  });

  it('shows what is new since yesterday, and what comes and goes', async () => {
    const { page } = missing;
    const known = problems.slice(3);
    const flapping = pairSet(problems.slice(0, 1));
    await missing.mark({ acknowledgements: [], now, before: pairSet(known), flapping });
    const isNew = page.getByRole('button', { name: '3 new' });
    assert.match((await isNew.getAttribute('title')) ?? '', /snapshot of 2026-11-20 12:00:00 UTC/);
    await isNew.click();
    await page.getByRole('status').getByText('3 rows', { exact: true }).waitFor();
    const names = await columnTexts(page, 'Package');
    assert.ok(names.every((name) => name.includes('New since yesterday')));
    await page.getByRole('button', { name: '1 flapping' }).click();
    await page.getByRole('status').getByText('1 row', { exact: true }).waitFor();
  });
});
