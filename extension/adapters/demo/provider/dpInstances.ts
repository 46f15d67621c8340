import type { CimProperties, CimQuery, CimTarget } from '../../../ports/cim';
import { taskState, validationTask } from '../../../core/validate/smsdpmon';
import type { DemoDp } from '../site/demoDp';
import { dpZone } from '../site/dpZone';
import type { Validations } from './validations';

const same = (a: unknown, b: unknown): boolean => String(a).toLowerCase() === String(b).toLowerCase();

/** MSFT_ScheduledTask.State of a task that does nothing. */
const ready = 3;

/** What Windows of a DP shows in WMI: processes, scheduled tasks, its time zone. undefined: no such class. */
export const dpInstances = (
  dp: DemoDp,
  { namespace }: CimTarget,
  { className, where = {} }: CimQuery,
  validations: Validations,
  now: number,
): readonly CimProperties[] | undefined => {
  const all = instancesOf(dp, `${namespace}:${className}`.toLowerCase(), validations, now);
  return all?.filter((one) => Object.entries(where).every(([name, value]) => same(one[name], value)));
};

const instancesOf = (
  dp: DemoDp,
  className: string,
  validations: Validations,
  now: number,
): readonly CimProperties[] | undefined => {
  const since = validations.runsSince(dp, now);
  switch (className) {
    case 'root\\cimv2:win32_process':
      return [
        { Name: 'svchost.exe', ProcessId: 812, CreationDate: new Date(0).toISOString() },
        ...(since === undefined
          ? []
          : [
              {
                Name: 'smsdpmon.exe',
                ProcessId: 4000 + dp.index,
                CreationDate: new Date(since).toISOString(),
              },
            ]),
      ];
    case 'root\\microsoft\\windows\\taskscheduler:msft_scheduledtask':
      return hasTask(dp)
        ? [
            {
              TaskPath: validationTask.path,
              TaskName: validationTask.name,
              State: validations.taskRuns(dp) ? taskState.running : ready,
            },
          ]
        : [];
    case 'root\\cimv2:win32_timezone':
      return [zoneInstance(dp)];
    default:
      return undefined;
  }
};

/** The task is made with the DP's schedule. */
export const hasTask = ({ validates }: DemoDp): boolean => validates;

/** As Win32_TimeZone has it: its biases are minutes east of UTC, those of the two halves minutes west of that. */
const zoneInstance = (dp: DemoDp): CimProperties => {
  const { name, standard, daylight } = dpZone(dp);
  return {
    StandardName: name,
    Bias: standard,
    StandardBias: 0,
    DaylightBias: daylight === undefined ? 0 : standard - daylight.offset,
    ...turnOf('Daylight', daylight?.begins),
    ...turnOf('Standard', daylight?.ends),
  };
};

const turnOf = (
  half: string,
  turn:
    | { readonly month: number; readonly week: number; readonly weekday: number; readonly hour: number }
    | undefined,
): CimProperties => ({
  [`${half}Month`]: turn?.month ?? 0,
  [`${half}Day`]: turn?.week ?? 0,
  [`${half}DayOfWeek`]: turn?.weekday ?? 0,
  [`${half}Hour`]: turn?.hour ?? 0,
  [`${half}Minute`]: 0,
});
