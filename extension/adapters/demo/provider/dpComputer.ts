import { CimError, type CimMethodResult, type CimProperties } from '../../../ports/cim';
import { validationTask } from '../../../core/validate/smsdpmon';
import type { DemoDp } from '../site/demoDp';
import { siteServer } from '../site/firstDozen';
import { hasTask } from './dpInstances';

const localMachine = 2147483650;
const dpKey = 'SOFTWARE\\Microsoft\\SMS\\DP';
const smsdpmon = /^"?([A-Z]):\\SMS_DP\$\\sms\\bin\\smsdpmon\.exe"?\s*$/i;

/** Win32_Process.Create: the program was not found. */
const pathNotFound = 9;
/** StdRegProv: no such key or value. */
const valueNotFound = 2;

const same = (a: unknown, b: string): boolean => String(a).toLowerCase() === b.toLowerCase();

const values = (dp: DemoDp): ReadonlyMap<string, string> =>
  new Map([
    ['contentlibrarypath', `${dp.drive}:\\SCCMContentLib`],
    ['contentlibusabledrives', `${dp.drive}:\\`],
    ['siteserver', siteServer],
  ]);

const registryValue = (dp: DemoDp, parameters: CimProperties): CimMethodResult => {
  const { hDefKey, sSubKeyName, sValueName } = parameters;
  const isKey = hDefKey === localMachine && same(sSubKeyName, dpKey);
  const sValue = isKey ? values(dp).get(String(sValueName).toLowerCase()) : undefined;
  return { returnValue: sValue === undefined ? valueNotFound : 0, out: { sValue: sValue ?? null } };
};

/** WMI of a DP: its registry, its processes, its scheduled tasks. `startRun` begins a full validation of the DP. */
export const invokeOnDp = (
  dp: DemoDp,
  className: string,
  method: string,
  parameters: CimProperties,
  startRun: (byTask: boolean) => void,
): CimMethodResult => {
  switch (`${className}.${method}`) {
    case 'StdRegProv.GetStringValue':
      return registryValue(dp, parameters);
    case 'Win32_Process.Create': {
      const drive = smsdpmon.exec(String(parameters['CommandLine']))?.[1];
      if (!same(drive, dp.drive)) return { returnValue: pathNotFound, out: { ProcessId: null } };
      startRun(false);
      return { returnValue: 0, out: { ProcessId: 4000 + dp.index } };
    }
    case 'PS_ScheduledTask.StartByPath': {
      const { TaskPath, TaskName } = parameters;
      if (!hasTask(dp) || !same(TaskPath, validationTask.path) || !same(TaskName, validationTask.name))
        throw new CimError('notFound', `${dp.server} has no scheduled task ${String(TaskName)}.`);
      startRun(true);
      return { returnValue: 0, out: {} };
    }
    default:
      throw new CimError('failed', `${dp.server} has no method ${className}.${method}.`);
  }
};
