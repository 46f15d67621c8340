#!/usr/bin/env node
// @ts-check
// Takes the place of desktop VS Code for @vscode/test-electron: it accepts the same flags, runs the suites in VS
// Code's server with headless Chromium as its window, and exits with their code.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { startServer } from './server.mjs';

/** For all suites together, in milliseconds: a run takes seconds, and one that hangs must not hang its caller. */
const timeLimit = 10 * 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false, // desktop VS Code's other flags mean nothing here
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});

/**
 * Opens the window that runs the suites. The page calls codeAutomationExit when they have ended.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./server.mjs').Server} server
 * @param {(text: string) => void} log
 * @returns {Promise<string | number>} their exit code, or why there is none
 */
const runSuites = (browser, server, log) =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      resolve(`the suites did not end within ${timeLimit / 60_000} minutes`);
    }, timeLimit).unref();
    void server.ended.then(() => {
      resolve("VS Code's server ended");
    });
    browser.once('disconnected', () => {
      resolve('Chromium ended');
    });
    const at = (/** @type {unknown} */ file) => `vscode-remote://${server.authority}${String(file)}`;
    /** @type {readonly (readonly [string, string])[]} */
    const payload = [
      ['extensionDevelopmentPath', at(values.extensionDevelopmentPath)],
      ['extensionTestsPath', at(values.extensionTestsPath)],
      ['skipWelcome', 'true'],
    ];
    (async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.once('crash', () => {
        resolve('the window crashed');
      });
      await page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
          log(`[${type}] ${args.join(' ')}\n`);
        },
      );
      await page.exposeFunction('codeAutomationExit', resolve);
      await page.goto(server.address(positionals[0] ?? process.cwd(), payload));
    })().catch(reject);
  });

// What must not outlive this process goes in its exit handlers.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.once(signal, () => process.exit(1));

let said = '';
const server = await startServer({ release: 'floor' });
try {
  const browser = await launchChromium();
  try {
    const outcome = await runSuites(browser, server, (text) => {
      said += text;
    });
    process.exitCode = typeof outcome === 'number' ? outcome : 1;
    if (typeof outcome === 'string') console.error(`The suites gave no result: ${outcome}`);
    if (process.env.TEST_VSCODE_LOG) writeFileSync(process.env.TEST_VSCODE_LOG, `${server.log()}\n${said}`);
  } finally {
    await browser.close();
  }
} finally {
  await server.close();
}
