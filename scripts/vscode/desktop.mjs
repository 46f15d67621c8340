// @ts-check
// Desktop VS Code: the one on this machine, or the one that @vscode/test-electron downloads.
import { homedir } from 'node:os';
import path from 'node:path';
import { findProgram } from '../run.mjs';

/** Linux has windows only where there is an X or Wayland display. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const places = () => {
  const local = process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData/Local');
  const programs = process.env.ProgramFiles ?? 'C:\\Program Files';
  return {
    win32: [local + '\\Programs', programs].flatMap((folder) => [
      `${folder}\\Microsoft VS Code\\Code.exe`,
      `${folder}\\Microsoft VS Code Insiders\\Code - Insiders.exe`,
      `${folder}\\VSCodium\\VSCodium.exe`,
    ]),
    darwin: ['/Applications', path.join(homedir(), 'Applications')].flatMap((folder) => [
      `${folder}/Visual Studio Code.app/Contents/Resources/app/bin/code`,
      `${folder}/Visual Studio Code - Insiders.app/Contents/Resources/app/bin/code-insiders`,
      `${folder}/VSCodium.app/Contents/Resources/app/bin/codium`,
    ]),
    linux: [
      'code',
      'code-insiders',
      'codium',
      '/usr/share/code/bin/code',
      '/snap/bin/code',
      '/snap/bin/codium',
    ],
  };
};

/**
 * The first desktop VS Code here, or undefined. PATH is not asked on Windows: there `code` is a batch file, and under
 * it lies the program in its usual place. The `code` of a remote terminal, and Windows' own as seen from WSL, cannot open
 * an extension's folder of this machine.
 */
export const findDesktop = () => {
  const known = places();
  const names = process.platform === 'win32' ? known.win32 : [...known.linux, ...known.darwin];
  return names.map(findProgram).find((file) => file !== undefined && !/remote-cli|^\/mnt\//.test(file));
};

/**
 * @param {string} version
 * @returns {Promise<string | undefined>} the program, or undefined where no download is reachable
 */
export const downloadDesktop = async (version) => {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ version, timeout: 10_000, reporter: new SilentReporter() }).catch(
    () => undefined,
  );
};
