// @ts-check
// The sidebar on the demo site.

/** @type {import('../screenshots.mjs').Arrange} */
export const arrange = async ({ page, workbench }) => {
  await workbench.openView('ConfigMgr Content');
  await page.locator('.part.sidebar .monaco-list-row').first().waitFor();
};
