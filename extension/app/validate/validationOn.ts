import { smsdpmonProcess, taskState, validationTask } from '../../core/validate/smsdpmon';
import { CimError, type CimProperties, type CimTarget } from '../../ports/cim';
import type { Computers } from '../../ports/siteConnection';

/** What a DP says right now of content validation there. */
export type ValidationOn =
  | { readonly kind: 'running'; readonly words: string }
  /** `hasTask`: its scheduled task is there and may be started. */
  | { readonly kind: 'idle'; readonly hasTask: boolean }
  | { readonly kind: 'notRead'; readonly cause: string };

/** Looks for the process of content validation and its scheduled task on a DP. Never throws a CimError. */
export const validationOn = async (
  { wmi }: Pick<Computers, 'wmi'>,
  computer: string,
  signal: AbortSignal,
): Promise<ValidationOn> => {
  const all = async (
    namespace: string,
    className: string,
    names: readonly string[],
    where: CimProperties,
  ) => {
    const target: CimTarget = { computer, namespace };
    const found: CimProperties[] = [];
    for await (const page of wmi.query(target, { className, properties: names, where }, signal))
      found.push(...page);
    return found;
  };
  try {
    const [process] = await all('root\\cimv2', 'Win32_Process', ['ProcessId', 'CreationDate'], {
      Name: smsdpmonProcess,
    });
    if (process !== undefined)
      return {
        kind: 'running',
        words: `${smsdpmonProcess} runs there now (process ${String(process['ProcessId'])}${sinceOf(process)}).`,
      };
  } catch (error) {
    if (error instanceof CimError) return { kind: 'notRead', cause: error.message };
    throw error;
  }
  try {
    const { namespace, path, name } = validationTask;
    const [task] = await all(namespace, 'MSFT_ScheduledTask', ['State'], { TaskPath: path, TaskName: name });
    const state = task?.['State'];
    return state === taskState.running || state === taskState.queued
      ? { kind: 'running', words: `Its scheduled task ${path}${name} runs now.` }
      : { kind: 'idle', hasTask: task !== undefined && state !== taskState.disabled };
  } catch (error) {
    // An old system has no such namespace: then the process is all that there is to go by.
    if (error instanceof CimError) return { kind: 'idle', hasTask: false };
    throw error;
  }
};

const sinceOf = ({ CreationDate }: CimProperties): string =>
  typeof CreationDate === 'string' ? `, since ${CreationDate.slice(0, 16).replace('T', ' ')} UTC` : '';
