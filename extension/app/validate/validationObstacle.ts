import type { PairProgress } from '../../core/run/pairProgress';
import type { RunStep } from '../../core/run/runPlan';
import { openCycle } from '../../core/validate/validationSigns';
import type { RunSite } from '../run/runSite';
import { validationOn } from './validationOn';

const never = new AbortController().signal;

/**
 * Why the validation of a whole DP is not started now; undefined when nothing is against it. The marks of its cycles
 * and its processes are read right before; what was not read is against it.
 * @param progress what the site database tells of the DP
 */
export const validationObstacle = async (
  { computers, clock }: Pick<RunSite, 'computers' | 'clock'>,
  { dpName }: RunStep,
  progress: PairProgress | undefined,
): Promise<string | undefined> => {
  if (progress?.validation === undefined)
    return 'Whether its content is being validated was not read, so nothing was started.';
  const open = openCycle(progress.validation.messages, clock.now());
  if (open !== undefined)
    return `A validation of this DP began at ${timeText(open)} UTC (2393) and has not ended. Wait for its 2386.`;
  if (computers === undefined)
    return 'This connection cannot look at the processes of DPs, so nothing was started.';
  const seen = await validationOn(computers, dpName, never);
  switch (seen.kind) {
    case 'running':
      return `${seen.words} Wait until that is done.`;
    case 'notRead':
      return `Whether smsdpmon.exe runs there could not be read, so nothing was started. ${seen.cause}`;
    case 'idle':
      return undefined;
  }
};

const timeText = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
