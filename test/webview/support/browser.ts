import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../scripts/vscode/chromium.mjs';

/** Lends one browser to the tests of a suite. */
export const withBrowser = (): (() => Browser) => {
  let browser: Browser | undefined;
  before(async function () {
    this.timeout(60_000);
    browser = await launchChromium();
  });
  after(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('The browser is open while tests run only.');
    return browser;
  };
};
