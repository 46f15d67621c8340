import type { EntryLook } from '../../../core/library/repair/entryMoves';
import { entryObstacle, siteObstacle } from '../../../core/library/repair/stepObstacle';
import { hasOpenJob, type PairProgress } from '../../../core/run/pairProgress';
import type { LibraryStep } from '../../../core/run/runPlan';
import { stateBefore, type ReadBefore } from '../../../core/run/writeGuard';
import { CimError } from '../../../ports/cim';
import { RemoteFileError } from '../../../ports/remoteFiles';
import { readBefore } from '../../run/readBefore';
import type { RunLog } from '../../run/runLog';
import type { RunSite } from '../../run/runSite';
import type { ProviderGone } from '../../run/stepWriter';
import { LibraryWorker } from './libraryStep';

/**
 * Begins a step on a DP's lists when neither the site nor the lists say anything against it at this moment; the
 * intent is on the disk before anything is written. Rejects with JournalError.
 */
export const beginLibraryStep = async (
  site: RunSite,
  log: RunLog,
  step: LibraryStep,
  progress: PairProgress | undefined,
): Promise<ProviderGone | undefined> => {
  const skip = async (cause: string): Promise<undefined> => {
    await log.add({ kind: 'outcome', step: step.id, fate: { kind: 'skipped', cause } });
  };
  let now: ReadBefore;
  try {
    now = { ...(await readBefore(site, step)), hasOpenJob: progress !== undefined && hasOpenJob(progress) };
  } catch (error) {
    if (!(error instanceof CimError)) throw error;
    if (error.kind !== 'failed') return { kind: 'providerGone', cause: error.message };
    return skip(`Its target could not be read, so nothing was written. ${error.message}`);
  }
  const ofSite = siteObstacle(step, now);
  if (ofSite !== undefined) return skip(ofSite);
  let worker: LibraryWorker;
  let look: EntryLook;
  try {
    worker = new LibraryWorker(site, log, step);
    look = await worker.look();
  } catch (error) {
    if (!(error instanceof CimError) && !(error instanceof RemoteFileError)) throw error;
    return skip(`What the DP has of it could not be read, so nothing was written. ${error.message}`);
  }
  const ofLists = entryObstacle(step, look);
  if (ofLists !== undefined) return skip(ofLists);
  if (!(await log.add({ kind: 'intent', step: step.id, before: stateBefore(now) }, true))) return undefined;
  await worker.goOn(true);
  return undefined;
};
