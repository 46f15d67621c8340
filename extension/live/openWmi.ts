import { findPowerShell } from '../adapters/powershell/findPowerShell';
import { PowerShellCim } from '../adapters/powershell/powerShellCim';
import { ShellPool } from '../adapters/powershell/shellPool';
import { CimError, type CimBrowser } from '../ports/cim';
import { SiteConnectError } from '../ports/siteConnectError';
import { shellOptions } from './shellOptions';

/** Computers asked at a time. */
const shells = 4;

/** Milliseconds that one operation may take on the computer it is sent to. */
const operationTimeout = 60_000;

/** WMI of the site and its DPs. A machine without PowerShell can read the site, and is told so when it writes. */
export const openWmi = (
  powerShell: string,
): { readonly cim: CimBrowser; readonly close: () => Promise<void> } => {
  try {
    const pool = new ShellPool(shellOptions(findPowerShell(powerShell)), shells);
    return { cim: new PowerShellCim(pool, { operationTimeout }), close: () => pool.close() };
  } catch (error) {
    if (!(error instanceof SiteConnectError)) throw error;
    return { cim: refusing(new CimError('failed', error.message)), close: () => Promise.resolve() };
  }
};

const refusing = (error: CimError): CimBrowser => {
  const refuse = (): Promise<never> => Promise.reject(error);
  return {
    get: refuse,
    put: refuse,
    invoke: refuse,
    invokeOn: refuse,
    delete: refuse,
    describe: refuse,
    create: refuse,
    query: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
  };
};
