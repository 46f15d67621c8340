// @ts-check
// A coloured log with its outline and lenses.

/** @type {import('../screenshots.mjs').Arrange} */
export const arrange = async ({ page, workbench }) => {
  await workbench.ready();
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill('distmgr.log');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.view-line').first().waitFor();
  await page.keyboard.press('Control+G');
  await input.fill(':60');
  await page.keyboard.press('Enter');
  await page.locator('.codelens-decoration a').first().waitFor();
  await page.locator('.pane-header', { hasText: 'Outline' }).click();
  await page.mouse.move(900, 500);
  await page.waitForTimeout(2_000);
};
