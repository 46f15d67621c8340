import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { SiteConnectError } from '../../ports/siteConnectError';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const thisMachine: Machine = { platform: process.platform, environment: process.env };

const windowsPowerShell = ['System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'] as const;

/**
 * The PowerShell to run, by absolute path: a missing one would only show itself after it was started. Windows
 * PowerShell comes before pwsh, because it always has the CIM cmdlets and System.Data.SqlClient.
 * @param wanted path of a settings' choice; '' for none
 * @throws SiteConnectError `noPowerShell`
 */
export const findPowerShell = (wanted = '', machine: Machine = thisMachine): string => {
  if (wanted !== '') {
    if (paths(machine).isAbsolute(wanted) && isProgram(wanted)) return wanted;
    throw missing(`"${wanted}" is not the full path of a program. Correct the path, or clear it.`);
  }
  const found = candidates(machine).find(isProgram);
  if (found !== undefined) return found;
  throw missing(
    machine.platform === 'win32'
      ? 'Neither Windows PowerShell nor pwsh was found. Install PowerShell 7, or set its full path.'
      : 'No pwsh is on PATH. Install PowerShell 7, or set its full path.',
  );
};

const missing = (message: string): SiteConnectError => new SiteConnectError('noPowerShell', message);

const paths = ({ platform }: Machine): path.PlatformPath => (platform === 'win32' ? path.win32 : path.posix);

const candidates = (machine: Machine): readonly string[] => {
  const on = paths(machine);
  const isWindows = machine.platform === 'win32';
  const root = variable(machine, 'SystemRoot');
  const folders = variable(machine, 'PATH')
    .split(on.delimiter)
    .filter((folder) => on.isAbsolute(folder));
  return [
    ...(isWindows && root !== '' ? [on.join(root, ...windowsPowerShell)] : []),
    ...folders.map((folder) => on.join(folder, isWindows ? 'pwsh.exe' : 'pwsh')),
  ];
};

/** Windows spells names of variables in any case. */
const variable = ({ environment }: Machine, name: string): string =>
  environment[name] ??
  Object.entries(environment).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ??
  '';

/** pwsh of the Microsoft Store is a link that runs, but that cannot be followed. */
const isProgram = (file: string): boolean => {
  try {
    return statSync(file).isFile();
  } catch {
    return isStoreLink(file);
  }
};

const isStoreLink = (file: string): boolean => {
  if (!/\\WindowsApps\\/i.test(file)) return false;
  try {
    return !lstatSync(file).isDirectory();
  } catch {
    return false;
  }
};
