import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { vsixFile } from '../../scripts/project.mjs';
import { openWindow, type Window } from '../../scripts/vscode/window.mjs';

const rowsOf = (page: FrameLocator): Locator => page.getByRole('grid').locator('[role=row][data-row]');

describe('a window that is reloaded', () => {
  let folder: string;
  let window: Window;

  before(async function () {
    this.timeout(180_000);
    folder = mkdtempSync(path.join(tmpdir(), 'reload-'));
    window = await openWindow({ vscode: 'newest', vsix: vsixFile, folder });
  });

  after(async () => {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('connects again, and shows the missing content with the filter that was typed', async function () {
    this.timeout(180_000);
    const { page, workbench } = window;
    await workbench.runCommand('ConfigMgr Content: Open the Demo Site');
    await workbench.runCommand('ConfigMgr Content: Find Missing Content');
    const before = await workbench.webview('Missing Content');
    await rowsOf(before).first().waitFor();
    const unfiltered = await before.getByRole('grid').getAttribute('aria-rowcount');
    const box = before.getByRole('combobox', { name: 'Filter' });
    await box.fill('state:missing');
    await box.press('Enter');
    await before.locator(`[role=grid]:not([aria-rowcount="${unfiltered ?? ''}"])`).waitFor();
    await rowsOf(before).filter({ hasText: 'Missing' }).first().waitFor();
    // The window takes over what a page keeps a moment later.
    await page.waitForTimeout(500);

    const reloaded = page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await workbench.ready();
    const after = await workbench.webview('Missing Content');
    await rowsOf(after).filter({ hasText: 'Missing' }).first().waitFor({ timeout: 60_000 });
    assert.equal(await after.getByRole('combobox', { name: 'Filter' }).inputValue(), 'state:missing');
    await workbench.openView('ConfigMgr Content');
    await page.locator('.part.sidebar').getByText('Distribution Points').first().waitFor();
  });
});
