// @ts-check
// The logs of a distribution, merged in the log view: bars, lanes of components, an explained error.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { root } from '../project.mjs';

const seed = 5;
const packages = 40;
/** Minutes, as Windows counts: the clock is two hours ahead of UTC. */
const bias = -120;

/** Writes the logs of a site as the generator of the tests makes them. @returns {Promise<string>} their folder */
const writeLogs = async () => {
  /** @type {unknown} */
  const scenario = await tsImport('../../test/support/logs/site/siteScenario.ts', import.meta.url);
  const { siteScenario, unknownWord } =
    /** @type {typeof import('../../test/support/logs/site/siteScenario.js')} */ (scenario);
  /** @type {unknown} */
  const forms = await tsImport('../../test/support/logs/writtenRecord.ts', import.meta.url);
  const { serverText } = /** @type {typeof import('../../test/support/logs/writtenRecord.js')} */ (forms);
  const folder = path.join(root, 'out/demo/site');
  mkdirSync(folder, { recursive: true });
  for (const { name, form, records } of siteScenario(seed, bias, packages).logs) {
    if (form !== 'server') continue;
    const known = records.filter(({ message }) => !message.includes(unknownWord));
    const text = known.map((record) => `${serverText(record, bias)}\r\n`).join('');
    writeFileSync(path.join(folder, `${path.basename(name)}.log`), text);
  }
  return folder;
};

/** @type {import('../screenshots.mjs').Arrange} */
export const arrange = async ({ page, workbench }) => {
  const folder = await writeLogs();
  await workbench.ready();
  await workbench.runCommand('ConfigMgr Content: Open the Logs of a Scenario…');
  const list = page.locator('.quick-input-list .monaco-list-row');
  await list.filter({ hasText: 'Distribution Logs' }).first().click();
  await page.locator('.quick-input-widget input.input').fill(folder);
  await page.keyboard.press('Enter');
  const logs = await workbench.webview('Distribution Logs');
  await logs.locator('cm-time-lanes').waitFor();
  // The last one only tells when it is tried again; the one before has a code.
  for (let step = 0; step < 2; step++) {
    await logs.getByRole('button', { name: 'Previous error' }).click();
    await page.waitForTimeout(1_000);
  }
  await logs.locator('.codes dt').first().waitFor();
  await page.mouse.move(900, 940);
  await page.waitForTimeout(2_000);
};
