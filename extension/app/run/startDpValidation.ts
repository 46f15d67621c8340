import type { Answer } from '../../core/run/journalRecord';
import { dpRegistry, smsdpmonCommands, validationTask } from '../../core/validate/smsdpmon';
import { CimError, type Cim, type CimTarget } from '../../ports/cim';
import type { Computers } from '../../ports/siteConnection';
import { dpRegistryText } from '../dpRegistry';
import { validationOn } from '../validate/validationOn';

/** Win32_Process.Create: the path was not found. */
const pathNotFound = 9;

/**
 * Starts the validation of all content on the DP: by its scheduled task where it has one, else by smsdpmon.exe
 * without an argument. Both outlive the call; the result comes as status messages.
 * @throws CimError of what may have been started
 */
export const startDpValidation = async (
  { cim, computers }: { readonly cim: Cim; readonly computers?: Computers },
  computer: string,
  signal: AbortSignal,
): Promise<Answer> => {
  const seen = computers && (await validationOn(computers, computer, signal));
  if (seen?.kind === 'running') return { kind: 'refused', cause: seen.words };
  if (seen?.kind === 'idle' && seen.hasTask) {
    if (await startTask(cim, computer, signal)) return { kind: 'accepted' };
    // What says that it failed may have started it all the same.
    const after = computers && (await validationOn(computers, computer, signal));
    if (after?.kind === 'running') return { kind: 'accepted' };
    if (after?.kind === 'notRead')
      return {
        kind: 'none',
        cause: `Its task was asked to start, and then it did not answer. ${after.cause}`,
      };
  }
  return startProcess(cim, computer, signal);
};

/**
 * As Start-ScheduledTask does. @returns whether the Task Scheduler took it
 * @throws CimError when nothing is known of it
 */
const startTask = async (cim: Cim, computer: string, signal: AbortSignal): Promise<boolean> => {
  const { namespace, path: TaskPath, name: TaskName } = validationTask;
  const target: CimTarget = { computer, namespace };
  try {
    const asked = { TaskPath, TaskName };
    const { returnValue } = await cim.invoke(target, 'PS_ScheduledTask', 'StartByPath', asked, signal);
    return returnValue === 0;
  } catch (error) {
    if (error instanceof CimError && error.kind !== 'unreachable' && error.kind !== 'cancelled') return false;
    throw error;
  }
};

const startProcess = async (cim: Cim, computer: string, signal: AbortSignal): Promise<Answer> => {
  const target: CimTarget = { computer, namespace: 'root\\cimv2' };
  const found = await commandsOn(cim, computer, signal);
  if (found.kind === 'refused') return found;
  for (const CommandLine of found.commands) {
    const { returnValue } = await cim.invoke(target, 'Win32_Process', 'Create', { CommandLine }, signal);
    if (returnValue === 0) return { kind: 'accepted' };
    if (returnValue !== pathNotFound)
      return {
        kind: 'refused',
        cause: `${computer} did not start ${CommandLine}: Win32_Process.Create returned ${returnValue}.`,
      };
  }
  return {
    kind: 'refused',
    cause: `${computer} has none of ${found.commands.join(', ')}. Start Content Validation in its Task Scheduler.`,
  };
};

type Refused = Answer & { readonly kind: 'refused' };

/** Nothing has been started when this fails. */
const commandsOn = async (
  cim: Cim,
  computer: string,
  signal: AbortSignal,
): Promise<Refused | { readonly kind: 'found'; readonly commands: readonly string[] }> => {
  try {
    const libraryPath = await dpRegistryText(cim, computer, dpRegistry.libraryPath, signal);
    if (libraryPath === undefined)
      return {
        kind: 'refused',
        cause: `${computer} has no ${dpRegistry.libraryPath} in HKLM\\${dpRegistry.key}. Check that the DP role is installed there.`,
      };
    const usableDrives = await dpRegistryText(cim, computer, dpRegistry.usableDrives, signal);
    const commands = smsdpmonCommands(libraryPath, usableDrives);
    return commands.length > 0
      ? { kind: 'found', commands }
      : {
          kind: 'refused',
          cause: `${computer} names no drive in ${dpRegistry.libraryPath} (${libraryPath}).`,
        };
  } catch (error) {
    if (error instanceof CimError) return { kind: 'refused', cause: error.message };
    throw error;
  }
};
