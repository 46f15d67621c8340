import type { Answer } from '../../core/run/journalRecord';
import { dpRegistry, smsdpmonCommands } from '../../core/validate/smsdpmon';
import { CimError, type Cim, type CimTarget } from '../../ports/cim';
import { dpRegistryText } from '../dpRegistry';

/** Win32_Process.Create: the path was not found. */
const pathNotFound = 9;

/**
 * Starts smsdpmon.exe without an argument on the DP, which validates all its content. The process outlives the
 * call; its result comes as status messages.
 */
export const startDpValidation = async (cim: Cim, computer: string, signal: AbortSignal): Promise<Answer> => {
  const target: CimTarget = { computer, namespace: 'root\\cimv2' };
  try {
    const libraryPath = await dpRegistryText(cim, computer, dpRegistry.libraryPath, signal);
    if (libraryPath === undefined)
      return {
        kind: 'refused',
        cause: `${computer} has no ${dpRegistry.libraryPath} in HKLM\\${dpRegistry.key}. Check that the DP role is installed there.`,
      };
    const usableDrives = await dpRegistryText(cim, computer, dpRegistry.usableDrives, signal);
    const commands = smsdpmonCommands(libraryPath, usableDrives);
    for (const CommandLine of commands) {
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
      cause:
        commands.length === 0
          ? `${computer} names no drive in ${dpRegistry.libraryPath} (${libraryPath}).`
          : `${computer} has none of ${commands.join(', ')}. Start Content Validation in its Task Scheduler.`,
    };
  } catch (error) {
    // A second run of smsdpmon is queued behind the first: to call it failed does no harm.
    if (error instanceof CimError) return { kind: 'refused', cause: error.message };
    throw error;
  }
};
