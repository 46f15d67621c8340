// @ts-check
// A redistribution as it is shown before anything is written.

/** @type {import('../screenshots.mjs').Arrange} */
export const arrange = async ({ page, workbench }) => {
  await workbench.openView('ConfigMgr Content');
  await page.locator('.part.sidebar').getByText('Distribution Points').first().waitFor();
  await workbench.runCommand('ConfigMgr Content: Find Missing Content');
  const missing = await workbench.webview('Missing Content');
  const rows = missing.getByRole('grid').locator('[role=row][data-row]');
  await rows.first().click();
  await page.keyboard.press('Control+A');
  await missing.getByRole('button', { name: 'Redistribute…' }).click();
  const plan = await workbench.webview('Redistribute: Plan');
  await plan.getByText('Nothing has been written yet.').waitFor();
  await page.waitForTimeout(500);
};
