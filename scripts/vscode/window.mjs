// @ts-check
// A VS Code window for end-to-end tests and screenshots: the server in headless Chromium.
import { launchChromium } from './chromium.mjs';
import { startServer } from './server.mjs';
import { workbenchOf } from './workbench.mjs';

/**
 * @typedef {object} WindowOptions
 * @property {import('./install.mjs').Release} vscode
 * @property {string} folder the workspace to open
 * @property {string} [vsix] a packaged extension to install first
 * @property {string} [extensionDevelopmentPath] or an extension's folder to load as it is
 * @property {Readonly<Record<string, unknown>>} [userSettings]
 * @property {Readonly<Record<string, unknown>>} [machineSettings] those of scope `machine`
 * @property {Readonly<Record<string, string>>} [env] what the extension host sees besides this process's environment
 * @property {{ readonly width: number, readonly height: number }} [size] in CSS pixels
 * @property {string} [theme] the id of a colour theme
 * @property {number} [scale] device pixels for one CSS pixel
 */

/**
 * @typedef {object} Window
 * @property {import('playwright-core').Page} page
 * @property {import('./workbench.mjs').Workbench} workbench
 * @property {() => string} log what the server and the page's console have said, for a test that fails
 * @property {() => Promise<void>} close
 */

/**
 * Resolves when the workbench is drawn; the extension may still be starting.
 * @param {WindowOptions} options
 * @returns {Promise<Window>}
 */
export const openWindow = async ({
  vscode,
  folder,
  vsix,
  extensionDevelopmentPath,
  userSettings = {},
  machineSettings = {},
  env = {},
  size = { width: 1280, height: 800 },
  theme = 'Default Dark Modern',
  scale = 1,
}) => {
  const server = await startServer({
    release: vscode,
    ...(vsix ? { vsix } : {}),
    ...(extensionDevelopmentPath ? { extensionFolder: extensionDevelopmentPath } : {}),
    userSettings: { 'workbench.colorTheme': theme, ...userSettings },
    machineSettings,
    env,
  });
  let said = '';
  const browser = await launchChromium().catch(async (/** @type {unknown} */ error) => {
    await server.close();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
    page.on('console', (message) => {
      said += `${message.text()}\n`;
    });
    await page.goto(server.address(folder));
    const workbench = workbenchOf(page);
    await workbench.ready();
    return { page, workbench, log: () => `${server.log()}\n${said}`, close };
  } catch (error) {
    await close();
    throw error;
  }
};
