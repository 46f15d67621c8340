import { cleanupArgumentText } from './cleanupArguments';
import { logFolder, toolSource } from './cleanupPlaces';
import type { CleanupTarget } from './cleanupTarget';
import { forbidding, type Precondition } from './preconditions';
import { preconditionLines } from './preconditionLines';
import { toolScript } from './toolScript';

/**
 * A PowerShell script, to be read before it is run, that has the tool say what it would delete on the DP.
 * @throws Error where the tool cannot work, and for names and folders that are none
 */
export const whatIfScript = (
  target: CleanupTarget,
  preconditions: readonly Precondition[],
  folder: string,
): string => {
  const [first] = forbidding(preconditions, 'whatIf');
  if (first !== undefined) throw new Error(first.text);
  return toolScript({
    target,
    folder,
    mode: 'whatIf',
    argumentText: cleanupArgumentText(target, folder),
    head: [
      `What the content library cleanup tool would delete on ${target.dp}: it says so, and deletes nothing.`,
      '',
      'Read this, then run it in an elevated PowerShell, on any computer of the domain, as an administrator of the',
      'distribution point. It copies the tool there from',
      `  ${toolSource(target)},`,
      'registers a scheduled task under an account that it asks for, waits for its end, takes the task away again,',
      `and leaves the log in ${logFolder(folder)} of the distribution point. Review it there:`,
      'command "ConfigMgr Content: Review Content Library Cleanup".',
      '',
      ...preconditionLines(preconditions),
    ],
    checks: ['if (-not $library) { throw "$dp does not say where its content library is." }'],
    accountFor: `Full Administrator of the site, who runs the what-if on ${target.dp}`,
  });
};
