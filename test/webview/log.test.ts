import assert from 'node:assert/strict';
import { appendFileSync, rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { line, serverLine, withFolder } from '../support/logView/openLogs';
import { withBrowser } from './support/browser';
import type { Theme } from './support/fakeVsCode';
import { columnTexts, rowAt, rowsOf } from './support/gridReading';
import { openLog, type OpenLog } from './support/logHost';
import themes from './support/themes.json';

/** An error in each twentieth record; the last one has two lines. */
const records = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    line(at === count - 1 ? 'the last\r\nof all' : `step ${at}`, at, {
      type: at % 20 === 7 ? 3 : 1,
      thread: 5800 + (at % 3),
      component: at % 2 === 0 ? 'PullDP' : 'DataTransferService',
    }),
  ).join('');

const activeRow = async (page: Page): Promise<string | null> => {
  await page.locator('[role=row].active').waitFor();
  return page.locator('[role=row].active').getAttribute('data-row');
};

const filter = async ({ page }: OpenLog, text: string, told: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Filter' }).fill(text);
  await page.getByRole('combobox', { name: 'Filter' }).press('Enter');
  await page.getByText(told, { exact: true }).waitFor();
};

describe('the page of logs', () => {
  const browser = withBrowser();
  const file = withFolder();

  it('opens at the newest record, and stays there as records come', async () => {
    const path = file('a.log', records(500));
    const log = await openLog(browser(), [path]);
    const { page } = log;
    await rowAt(page, 499).getByText('the last of all (2 lines)').waitFor();
    appendFileSync(path, line('appended', 600).repeat(1000));
    await rowAt(page, 1499).waitFor();
    await page.getByText('1,500 records').waitFor();
    await page.getByRole('button', { name: 'Follow' }).click();
    const before = await rowsOf(page).first().getAttribute('data-row');
    appendFileSync(path, line('more', 700).repeat(100));
    await page.getByText('1,600 records').waitFor();
    assert.equal(await rowsOf(page).first().getAttribute('data-row'), before, 'the viewport is kept');
    assert.deepEqual(log.complaints, []);
    await log.close();
  });

  it('shows all of a record that is chosen, and where it is from', async () => {
    const log = await openLog(browser(), [file('a.log', records(60))]);
    const { page } = log;
    await rowAt(page, 59).click();
    const details = page.locator('cm-record-details');
    await details.getByText('the last').waitFor();
    const text = await details.locator('header').innerText();
    for (const part of ['DataTransferService', 'Thread 5802 (0x16AA)', 'distmgr.cpp:40', 'a.log, line 60'])
      assert.ok(text.includes(part), `${part} is not in ${text}`);
    await details.getByRole('button', { name: 'Open as text' }).click();
    await page.waitForTimeout(50);
    assert.deepEqual(log.asked, ['text of 59']);
    await log.close();
  });

  it('goes from error to error, from match to match, to a time and to bookmarks', async () => {
    const log = await openLog(browser(), [file('a.log', records(200))]);
    const { page } = log;
    await rowAt(page, 199).waitFor();
    log.act('previousError');
    await page.locator('[data-row="187"].active').waitFor();
    log.act('toggleBookmark');
    await page.getByText('Bookmarked').waitFor();
    await page.getByRole('button', { name: 'Previous error' }).click();
    await page.locator('[data-row="167"].active').waitFor();
    await page.getByLabel('Find', { exact: true }).fill('/step 5[05]$/');
    await page.getByLabel('Find', { exact: true }).press('Shift+Enter');
    await page.locator('[data-row="55"].active mark', { hasText: 'step 55' }).waitFor();
    await page.getByLabel('Find', { exact: true }).press('Enter');
    await page.locator('[aria-label=Find][aria-invalid=true]').waitFor();
    log.answerTime('06:01:40');
    log.act('goToTime');
    await page.locator('[data-row="100"].active').waitFor();
    log.act('nextBookmark');
    await page.locator('[data-row="187"].active').waitFor();
    log.answerTime('noon');
    log.act('goToTime');
    await page.getByText('"noon" is no time').waitFor();
    await log.close();
  });

  it('filters, keeps the record that was looked at, and says what it does not understand', async () => {
    const log = await openLog(browser(), [file('a.log', records(200))]);
    const { page } = log;
    await rowAt(page, 199).waitFor();
    log.act('previousError');
    await page.locator('[data-row="187"].active').waitFor();
    await filter(log, 'severity:error', '10 of 200 records');
    await page.locator('[data-row="9"].active', { hasText: 'step 187' }).waitFor();
    await filter(log, '/step 1\\d$/ -component:pull*', '5 of 200 records');
    await page.getByRole('combobox', { name: 'Filter' }).fill('severity:bad ');
    await page.getByRole('combobox', { name: 'Filter' }).press('Enter');
    await page.getByText('severity has no value "bad".').waitFor();
    await filter(log, 'nothing has this', '0 of 200 records');
    await page.getByText('No record fits the filter').waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).last().click();
    await page.getByText('200 records', { exact: true }).waitFor();
    await page.getByRole('button', { name: '10 errors' }).click();
    await page.getByText('10 of 200 records').waitFor();
    await page.getByRole('button', { name: 'Fade' }).click();
    await page.locator('.tone-faded').first().waitFor();
    assert.deepEqual(log.complaints, []);
    await log.close();
  });

  it('says how long the chosen records took, and copies them', async () => {
    const log = await openLog(browser(), [file('a.log', records(60))]);
    const { page } = log;
    await rowAt(page, 50).click();
    await rowAt(page, 55).click({ modifiers: ['Shift'] });
    await page.getByText('6 selected').waitFor();
    await page.getByText('5 s from first to last').waitFor();
    await page.keyboard.press('Control+C');
    await page.waitForTimeout(200);
    const copied = log.copied()?.trimEnd().split('\n') ?? [];
    assert.equal(copied.length, 7);
    assert.match(copied[1] ?? '', /^2023-05-09 06:00:50\.000\t.*\tPullDP\t5802\tstep 50\ta\.log\t51$/);
    await log.close();
  });

  it('merges logs by time and says which record is of which', async () => {
    const client = file('CAS.log', line('asked', 2) + line('done', 6));
    const server = file('distmgr.log', serverLine('created', 1) + serverLine('waiting', 5));
    const log = await openLog(browser(), [server, client]);
    await rowAt(log.page, 3).waitFor();
    assert.deepEqual(await columnTexts(log.page, 'Log'), [
      'distmgr.log',
      'CAS.log',
      'distmgr.log',
      'CAS.log',
    ]);
    assert.deepEqual(await columnTexts(log.page, 'Message'), ['created', 'asked', 'waiting', 'done']);
    await log.close();
  });

  it('jumps by the bars, with the pointer and with keys', async () => {
    const log = await openLog(browser(), [file('a.log', records(400))]);
    const { page } = log;
    await rowAt(page, 399).waitFor();
    const bars = page.getByRole('slider', { name: 'Records over time' });
    await bars.focus();
    await page.keyboard.press('Home');
    assert.match((await bars.getAttribute('aria-valuetext')) ?? '', /^2023-05-09 06:00:00: \d records/);
    await page.keyboard.press('Enter');
    await page.locator('[data-row="0"].active').waitFor();
    await log.close();
  });

  it('shows what each component wrote over time: by it, and the way there, with pointer and keys', async () => {
    const log = await openLog(browser(), [file('a.log', records(400))]);
    const { page } = log;
    const lanes = page.getByRole('grid', { name: 'Components over time' });
    const pull = lanes.getByRole('button', { name: 'PullDP' });
    await pull.click();
    await page.getByText('200 of 400 records').waitFor();
    assert.equal(await pull.getAttribute('aria-pressed'), 'true');
    await pull.click();
    await page.getByText('400 records', { exact: true }).waitFor();
    await lanes.getByRole('button', { name: 'DataTransferService' }).waitFor();
    await pull.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('[data-row="1"].active', { hasText: 'DataTransferService' }).waitFor();
    await page.getByText(/^DataTransferService, 2023-05-09 06:00:00: \d records?/).waitFor();
    await page.getByRole('button', { name: 'Components over time' }).click();
    await lanes.waitFor({ state: 'detached' });
    assert.deepEqual(log.complaints, []);
    await log.close();
  });

  it('explains the error codes of the record that is looked at', async () => {
    const text = line('step', 1) + line('Failed with 0x80070005', 2, { type: 3 });
    const log = await openLog(browser(), [file('a.log', text)]);
    const details = log.page.locator('cm-record-details');
    await rowAt(log.page, 1).click();
    await details.getByText('Access was denied.').waitFor();
    await details.getByText('Next step:').waitFor();
    assert.match((await details.getByRole('link').getAttribute('href')) ?? '', /^https:/);
    await rowAt(log.page, 0).click();
    await details.getByText('Access was denied.').waitFor({ state: 'detached' });
    await log.close();
  });

  it('says that the log is gone, shows what it had, and goes on', async () => {
    const path = file('a.log', records(30));
    const log = await openLog(browser(), [path]);
    await rowAt(log.page, 29).waitFor();
    rmSync(path);
    await log.page.getByRole('alert').getByText('a.log: The log is not there now.').waitFor();
    assert.match(await rowAt(log.page, 20).innerText(), /step 20/);
    file('a.log', line('back', 1));
    await log.page.getByText('1 record', { exact: true }).waitFor();
    assert.equal(await log.page.getByRole('alert').count(), 0);
    await log.close();
  });

  it('has a word for a log without records, and for one that is not there', async () => {
    const empty = await openLog(browser(), [file('a.log', '')]);
    await empty.page.getByText('The log is empty').waitFor();
    await empty.close();
    const none = await openLog(browser(), [file('none.log')]);
    await none.page.getByRole('heading', { name: 'The log is not there now' }).waitFor();
    await none.close();
  });

  it('comes back after a reload of the window as it was', async () => {
    const path = file('a.log', records(200));
    const log = await openLog(browser(), [path]);
    const { page } = log;
    await rowAt(page, 199).waitFor();
    log.act('previousError');
    await page.locator('[data-row="187"].active').waitFor();
    log.act('toggleBookmark');
    await filter(log, 'step', '199 of 200 records');
    const hasSaved = async (): Promise<boolean> => JSON.stringify(await log.savedState()).includes('"step"');
    while (!(await hasSaved())) await page.waitForTimeout(50);
    await log.reload();
    await page.getByText('199 of 200 records').waitFor();
    await page.locator('[data-row="187"].active').getByText('Bookmarked').waitFor({ state: 'attached' });
    await log.close();
  });

  it('is one tab stop of rows by keyboard, with its place told', async () => {
    const log = await openLog(browser(), [file('a.log', records(60))], { width: 400, height: 700 });
    const { page } = log;
    await rowAt(page, 59).waitFor();
    const grid = page.getByRole('grid', { name: 'Records of the log' });
    assert.equal(await grid.getAttribute('aria-rowcount'), '61');
    await grid.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    assert.equal(await activeRow(page), '58');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400);
    for (const control of await page.locator('button, input').all()) {
      const text = (await control.innerText()).replace(/[\ue000-\uf8ff\s]/gu, '');
      const label = (await control.getAttribute('aria-label')) ?? '';
      assert.ok(text !== '' || label !== '', await control.evaluate('element => element.outerHTML'));
    }
    await log.close();
  });

  for (const theme of Object.keys(themes) as Theme[])
    it(`can be read in the theme ${theme}`, async () => {
      const log = await openLog(browser(), [file('a.log', records(60))], { theme });
      await rowAt(log.page, 59).waitFor();
      await rowAt(log.page, 47).click();
      await log.page.locator('cm-record-details').getByText('step 47').waitFor();
      assert.deepEqual(await log.page.evaluate<readonly string[]>('cmFaintTexts(4.5)'), []);
      await log.close();
    });
});
