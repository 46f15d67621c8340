// @ts-check
// The Chromium that is the server's window in tests and screenshots: one that is there, or Debian's.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { findProgram, run } from '../run.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chromium as Playwright's own installer leaves it. */
const fromPlaywright = () => {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) =>
      ['chrome-linux64/chrome', 'chrome-linux/chrome'].map((file) => path.join(cache, name, file)),
    )
    .find((file) => existsSync(file));
};

export const findChromium = () => {
  const named = process.env.CHROME_PATH ?? process.env.CHROMIUM;
  if (named) {
    const file = findProgram(named);
    if (!file) throw new Error(`CHROME_PATH or CHROMIUM names ${named}, which is not there.`);
    return file;
  }
  return names.map(findProgram).find((file) => file !== undefined) ?? fromPlaywright();
};

/** @type {Promise<string> | undefined} */
let installing;

/** @param {(text: string) => void} say */
const install = async (say) => {
  const root = process.getuid?.() === 0;
  if (root && existsSync('/etc/debian_version') && findProgram('apt-get')) {
    say('There is no Chromium here: installing the package chromium ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    // fonts-dejavu: without any font every label of the window is empty boxes.
    const { code, output } = await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      { env },
    );
    const file = findChromium();
    if (code === 0 && file) return file;
    throw new Error(`apt-get install chromium failed:\n${output}`);
  }
  throw new Error(
    'No Chromium was found. The tests and screenshots need one as the window of VS Code. Install Chromium, Google ' +
      'Chrome or Microsoft Edge (Debian and Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to its file.',
  );
};

/**
 * @param {(text: string) => void} [say]
 * @returns {Promise<string>} the file of the browser
 */
export const ensureChromium = async (say = () => undefined) => {
  const found = findChromium();
  if (found) return found;
  return (installing ??= install(say));
};

/** Headless, and silent towards the network. */
export const launchChromium = async () => {
  const executablePath = await ensureChromium();
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};
