import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { vsixFile } from '../../scripts/project.mjs';
import { openWindow, type Window } from '../../scripts/vscode/window.mjs';

/** The simulated site needs this long, at most, to send content and report it (milliseconds). */
const distribution = 90_000;

const rowsOf = (page: FrameLocator): Locator => page.getByRole('grid').locator('[role=row][data-row]');

const cellsOf = async (row: Locator): Promise<readonly string[]> =>
  (await row.getByRole('gridcell').allInnerTexts()).map((text) =>
    text.replace(/[\ue000-\uf8ff]/gu, '').trim(),
  );

/** Waits until the grid has settled on rows that all show this state. */
const filterTo = async (page: FrameLocator, filter: string, state: string): Promise<void> => {
  const box = page.getByRole('combobox', { name: 'Filter' });
  await box.fill(filter);
  await box.press('Enter');
  await rowsOf(page).filter({ hasText: state }).first().waitFor();
};

describe('a packaged extension in the newest VS Code', () => {
  let folder: string;
  let window: Window;

  before(async function () {
    this.timeout(180_000);
    folder = mkdtempSync(path.join(tmpdir(), 'repair-'));
    window = await openWindow({
      vscode: 'newest',
      vsix: vsixFile,
      folder,
      env: { CONFIGMGR_CONTENT_DEMO: 'small' },
      size: { width: 1400, height: 900 },
    });
  });

  after(async () => {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds missing content, plans its redistribution, sends it and shows it repaired', async function () {
    this.timeout(240_000);
    const { page, workbench } = window;
    await workbench.openView('ConfigMgr Content');
    await page.locator('.part.sidebar').getByText('Distribution Points').first().waitFor();

    await workbench.runCommand('ConfigMgr Content: Find Missing Content');
    const missing = await workbench.webview('Missing Content');
    await filterTo(missing, 'state:missing', 'Missing');
    await rowsOf(missing).first().click();
    await page.keyboard.press('Control+A');
    await missing.getByRole('button', { name: 'Redistribute…' }).click();

    const plan = await workbench.webview('Redistribute: Plan');
    await plan.getByText('Nothing has been written yet.').waitFor();
    // Each distribution point stands above its steps.
    const [dp = ''] = await cellsOf(rowsOf(plan).first());
    const [, packageId = ''] = await cellsOf(rowsOf(plan).nth(1));
    assert.match(packageId, /^[A-Z0-9]{3}[0-9A-F]{5}$/);
    await plan.getByRole('button', { name: /^Redistribute/ }).click();
    await workbench.notification(/The site was asked: \d+ accepted, 0 failed/);
    await plan.getByText(/The site accepted/).waitFor();

    await workbench.runCommand('ConfigMgr Content: Find Missing Content');
    const box = missing.getByRole('combobox', { name: 'Filter' });
    await box.fill(`package:${packageId} dp:"${dp}"`);
    await box.press('Enter');
    await rowsOf(missing)
      .filter({ hasText: /New since cycle|Validated/ })
      .first()
      .waitFor({ timeout: distribution });
    assert.equal(await rowsOf(missing).count(), 1);
  });
});
