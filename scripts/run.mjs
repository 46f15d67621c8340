// @ts-check
// Runs a program to its end. Only Node's own modules: start and test use it before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment, not an addition
 * @property {(text: string) => void} [onOutput] gets what the program says as it says it
 * @property {AbortSignal} [signal] ends the program
 */

/**
 * Resolves when the program has ended; 127 stands for a program that could not be started.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} output is stdout and stderr as they came
 */
export const run = (program, args, { cwd, env = process.env, onOutput, signal } = {}) =>
  new Promise((resolve) => {
    let output = '';
    /** @param {string} text */
    const take = (text) => {
      output += text;
      onOutput?.(text);
    };
    const child = spawn(program, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => {
      resolve({ code: 127, output: `${output}${program}: ${error.message}\n` });
    });
    child.on('close', (code, by) => {
      if (by) take(`${program} was ended by ${by}\n`);
      resolve({ code: code ?? 1, output });
    });
  });

/** Where the npm that belongs to this Node may lie; the first is the npm that runs us. */
const npmPlaces = () => {
  const beside = path.dirname(process.execPath);
  return [
    process.env.npm_execpath ?? '',
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ].filter((file) => file.endsWith('npm-cli.js') && existsSync(file));
};

/**
 * Runs npm by its JavaScript file, so that no shell is needed on Windows.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export const npm = (args, options) => {
  const [cli] = npmPlaces();
  return cli ? run(process.execPath, [cli, ...args], options) : run('npm', args, options);
};

/**
 * The file of a program, or undefined: absolute names are tested, others are looked up in PATH.
 * @param {string} name
 */
export const findProgram = (name) => {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = path.isAbsolute(name) ? [''] : (process.env.PATH ?? '').split(path.delimiter);
  return folders
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file));
};
