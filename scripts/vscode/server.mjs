// @ts-check
// One running VS Code server with folders of its own, which go when it is closed.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { run } from '../run.mjs';
import { installServer } from './install.mjs';
import { startGroup } from './processGroup.mjs';
import { createProfile } from './profile.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {import('./install.mjs').Release} release
 * @property {string} [vsix] a packaged extension to install
 * @property {string} [extensionFolder] an extension's folder, loaded as it is, as if it were installed
 * @property {Readonly<Record<string, unknown>>} [userSettings]
 * @property {Readonly<Record<string, unknown>>} [machineSettings]
 * @property {Readonly<Record<string, string>>} [env] in addition to this process's; extensions see it
 * @property {(text: string) => void} [say]
 */

/**
 * @typedef {object} Server
 * @property {string} authority 127.0.0.1:PORT
 * @property {(folder: string, payload?: readonly (readonly [string, string])[]) => string} address
 * @property {() => string} log what the server has said so far
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} close
 */

/**
 * What surrounds us is not the server's: another VS Code's pipes, a test runner's hooks.
 * @param {Readonly<Record<string, string>>} added
 */
const cleanEnvironment = (added) => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/.test(name),
    ),
  ),
  ...added,
});

/**
 * @param {{ log: () => string, ended: Promise<void> }} group
 * @param {number} limit in milliseconds
 */
const listeningPort = async ({ log, ended }, limit) => {
  const until = Date.now() + limit;
  const over = ended.then(() => true);
  const pause = () =>
    new Promise((resolve) =>
      setTimeout(() => {
        resolve(false);
      }, 50),
    );
  do {
    const port = /agent listening on (\d+)/.exec(log())?.[1];
    if (port) return port;
  } while (Date.now() < until && !(await Promise.race([over, pause()])));
  throw new Error(`VS Code's server did not come up:\n${log()}`);
};

/**
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export const startServer = async ({
  release,
  vsix,
  extensionFolder,
  userSettings = {},
  machineSettings = {},
  env = {},
  say,
}) => {
  const { node, folder: cwd, version } = await installServer(release, say);
  const profile = createProfile(userSettings, machineSettings, extensionFolder);
  const options = { cwd, env: cleanEnvironment({ XDG_RUNTIME_DIR: profile.folder, ...env }) };
  const main = ['out/server-main.js', '--accept-server-license-terms', ...profile.args];
  const forget = () => {
    rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', forget);
  if (vsix) {
    const { code, output } = await run(node, [...main, '--install-extension', vsix, '--force'], options);
    if (code !== 0) throw new Error(`VS Code ${version} did not install ${vsix}:\n${output}`);
  }
  // Whoever else works on this machine must not get in: an open server is a shell.
  const token = randomBytes(16).toString('hex');
  const listen = ['--host', '127.0.0.1', '--port', '0', '--connection-token', token];
  const group = startGroup(node, [...main, ...listen], options);
  const close = async () => {
    await group.stop();
    forget();
    process.removeListener('exit', forget);
  };
  try {
    const authority = `127.0.0.1:${await listeningPort(group, 30_000)}`;
    return {
      authority,
      address: (folder, payload) =>
        `http://${authority}/?tkn=${token}&folder=${encodeURIComponent(folder)}` +
        (payload ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''),
      log: group.log,
      ended: group.ended,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
