// @ts-check
// What must be there before anything runs: the packages of the lock file, and a build of the present sources.
// Only Node's own modules, because this comes first on a fresh clone.
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './run.mjs';

export const root = path.dirname(import.meta.dirname);
export const vsixFile = path.join(root, 'out/configmgr-content.vsix');

const sources = ['extension', 'webviews', 'webpack.config.js', 'scripts/bundles.js', 'package-lock.json'];
const built = path.join(root, 'out/built');

/** @param {string} file @returns {number} when it, or the newest file in it, was written; 0 when there is none */
const writtenAt = (file) => {
  if (!existsSync(file)) return 0;
  const status = statSync(file);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(file).reduce((newest, name) => Math.max(newest, writtenAt(path.join(file, name))), 0);
};

/**
 * @param {(text: string) => void} say
 * @param {(text: string) => void} [onOutput]
 */
export const installPackages = async (say, onOutput) => {
  const installed = writtenAt(path.join(root, 'node_modules/.package-lock.json'));
  if (installed >= writtenAt(path.join(root, 'package-lock.json'))) return;
  say('Installing the packages of package-lock.json (npm ci) ...');
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    ...(onOutput ? { onOutput } : {}),
  });
  if (code !== 0) throw new Error(`npm ci failed; the packages are not installed.\n${output}`);
};

/**
 * @param {{ readonly onOutput?: (text: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const build = async (options = {}) => {
  const began = new Date();
  const outcome = await npm(['run', 'build'], { cwd: root, ...options });
  if (outcome.code === 0) {
    mkdirSync(path.dirname(built), { recursive: true });
    writeFileSync(built, '');
    utimesSync(built, began, began);
  }
  return outcome;
};

/** @param {(text: string) => void} say */
export const buildIfStale = async (say) => {
  const newest = Math.max(...sources.map((name) => writtenAt(path.join(root, name))));
  if (existsSync(path.join(root, 'dist/host/extension.js')) && writtenAt(built) > newest) return;
  say('Building the extension ...');
  const { code, output } = await build();
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
};
