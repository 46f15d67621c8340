// @ts-check
// A repair of the whole site while it runs: page, tree and status bar.

/** @type {import('../screenshots.mjs').Arrange} */
export const arrange = async ({ page, workbench }) => {
  await workbench.openView('ConfigMgr Content');
  const sidebar = page.locator('.part.sidebar');
  await sidebar.getByText('Distribution Points').first().waitFor();
  await workbench.runCommand('ConfigMgr Content: Find Missing Content');
  const missing = await workbench.webview('Missing Content');
  const rows = missing.getByRole('grid').locator('[role=row][data-row]');
  await rows.first().click();
  await page.keyboard.press('Control+A');
  await missing.getByRole('button', { name: 'Repair…' }).click();
  const plan = await workbench.webview('Repair: Plan');
  await plan.getByRole('button', { name: /^Repair / }).click();
  await plan.getByRole('button', { name: 'Show Run' }).click();
  const run = await workbench.webview('Run ');
  await run.getByRole('grid').waitFor();
  await sidebar.getByText('Distribution Points').first().click();
  await page.keyboard.press('ArrowRight');
  await sidebar
    .getByText(/^run: /)
    .first()
    .waitFor();
  await page.waitForTimeout(3_000);
};
