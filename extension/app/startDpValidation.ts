import { dpRegistry, smsdpmonCommands } from '../core/validate/smsdpmon';
import type { Cim, CimTarget } from '../ports/cim';
import { dpRegistryText } from './dpRegistry';
import type { WriteResult } from './writePair';

/** Win32_Process.Create: the path was not found. */
const pathNotFound = 9;

/**
 * Starts smsdpmon.exe without an argument on the DP, which validates all its content. The process outlives the
 * call; its result comes as status messages. Throws CimError.
 */
export const startDpValidation = async (
  cim: Cim,
  computer: string,
  signal: AbortSignal,
): Promise<WriteResult> => {
  const target: CimTarget = { computer, namespace: 'root\\cimv2' };
  const libraryPath = await dpRegistryText(cim, computer, dpRegistry.libraryPath, signal);
  if (libraryPath === undefined)
    return {
      kind: 'failed',
      cause: `${computer} has no ${dpRegistry.libraryPath} in HKLM\\${dpRegistry.key}. Check that the DP role is installed there.`,
    };
  const usableDrives = await dpRegistryText(cim, computer, dpRegistry.usableDrives, signal);
  const commands = smsdpmonCommands(libraryPath, usableDrives);
  for (const CommandLine of commands) {
    const { returnValue } = await cim.invoke(target, 'Win32_Process', 'Create', { CommandLine }, signal);
    if (returnValue === 0) return { kind: 'accepted' };
    if (returnValue !== pathNotFound)
      return {
        kind: 'failed',
        cause: `${computer} did not start ${CommandLine}: Win32_Process.Create returned ${returnValue}.`,
      };
  }
  return {
    kind: 'failed',
    cause:
      commands.length === 0
        ? `${computer} names no drive in ${dpRegistry.libraryPath} (${libraryPath}).`
        : `${computer} has none of ${commands.join(', ')}. Start Content Validation in its Task Scheduler.`,
  };
};
