// @ts-check
// The sidebar on the demo site, with its distribution points open.

/** @type {import('../screenshots.mjs').Arrange} */
export const arrange = async ({ page, workbench }) => {
  await workbench.openView('ConfigMgr Content');
  const rows = page.locator('.part.sidebar .monaco-list-row');
  await rows.filter({ hasText: 'Distribution Points' }).first().click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(2_000);
};
