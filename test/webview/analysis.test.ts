import assert from 'node:assert/strict';
import { siteAnalysers } from '../../extension/core/logs/analyse/siteAnalysers';
import { analysed } from '../support/logs/analysed';
import { scenarioFiles, siteScenario } from '../support/logs/site/siteScenario';
import { openAnalysis, type OpenAnalysis } from './support/analysisHost';
import { withBrowser } from './support/browser';
import { columnTexts, rowsOf } from './support/gridReading';

const scenario = siteScenario(5, 300, 12);
const logs = analysed(siteAnalysers, scenarioFiles(scenario, 1, { bias: 300, rolls: 1, torn: 0 }));

describe('page of analysed logs', () => {
  const browser = withBrowser();
  let open: OpenAnalysis;

  afterEach(async () => {
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  it('shows what asks for attention, and opens the lines that it rests on', async () => {
    open = await openAnalysis(browser(), logs);
    const { page } = open;
    const finding = page.getByRole('listitem').filter({ hasText: '1 error while it was processed' }).first();
    await finding.getByRole('button').first().click();
    const [expected] = logs[0]?.report.findings[0]?.lines ?? [];
    await page.waitForTimeout(50);
    assert.deepEqual(open.opened, [{ file: expected?.file, line: expected?.line }]);
  });

  it('lists the jobs of another log, sorted and filtered as one asks', async () => {
    open = await openAnalysis(browser(), logs);
    const { page } = open;
    await page.getByRole('tab', { name: /Package Transfer Manager/ }).click();
    await page.getByRole('grid', { name: 'Transfer jobs' }).waitFor();
    const jobs = scenario.truth.transfers.map(({ job }) => String(job)).toSorted();
    await page.getByRole('columnheader', { name: 'Job' }).click();
    await page.waitForTimeout(100);
    assert.deepEqual(await columnTexts(page, 'Job'), jobs.slice(0, (await rowsOf(page).all()).length));
    const { dp } = scenario.truth.transfers[0] ?? assert.fail();
    const count = scenario.truth.transfers.filter((job) => job.dp === dp).length;
    await page.getByRole('searchbox', { name: 'Filter rows' }).fill(dp.toLowerCase());
    await page
      .getByRole('status')
      .getByText(`${String(count)} row${count === 1 ? '' : 's'}`, { exact: true })
      .waitFor();
  });

  it('opens the first line of a row by keyboard alone, and names the others below', async () => {
    open = await openAnalysis(browser(), logs, { width: 400 });
    const { page } = open;
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(50);
    const [first, second] = logs[0]?.report.sections[0]?.rows ?? [];
    const [line] = second?.lines ?? first?.lines ?? [];
    assert.deepEqual(open.opened, [{ file: line?.file, line: line?.line }]);
    await page.getByText('Rests on').waitFor();
  });

  it('says which lines were not known', async () => {
    open = await openAnalysis(browser(), logs);
    const { page } = open;
    await page.getByText(/lines understood · 36 not known/).click();
    await page.getByText(/Frobnicated # things of/).waitFor();
  });

  it('says that there was nothing to analyse, and what could not be read', async () => {
    open = await openAnalysis(browser(), [], { more: { notes: ['a.log could not be read: locked'] } });
    const { page } = open;
    await page.getByRole('heading', { name: 'Nothing was found to analyse' }).waitFor();
    await page.getByText('a.log could not be read: locked').waitFor();
    open.tell(logs);
    await page.getByRole('grid').waitFor();
  });
});
