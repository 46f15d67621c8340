// @ts-check
// The tree beside the missing-content diff, with the details of one pair.

/** @type {import('../screenshots.mjs').Arrange} */
export const arrange = async ({ page, workbench }) => {
  await workbench.openView('ConfigMgr Content');
  await page.locator('.part.sidebar').getByText('Distribution Points').first().waitFor();
  await workbench.runCommand('ConfigMgr Content: Find Missing Content');
  const missing = await workbench.webview('Missing Content');
  const rows = missing.getByRole('grid').locator('[role=row][data-row]');
  await rows.first().waitFor();
  await rows.nth(2).click();
  await missing.getByRole('heading', { name: /^Evidence/ }).waitFor();
  await page.waitForTimeout(500);
};
