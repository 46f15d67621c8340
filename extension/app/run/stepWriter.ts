import type { Answer } from '../../core/run/journalRecord';
import { hasOpenJob, type PairProgress } from '../../core/run/pairProgress';
import { isLibraryStep, isOfDp, type RunStep } from '../../core/run/runPlan';
import { stateBefore, writeObstacle, type ReadBefore } from '../../core/run/writeGuard';
import { CimError } from '../../ports/cim';
import { beginLibraryStep } from '../library/repair/beginLibraryStep';
import { readBefore, type ReadRightBefore } from './readBefore';
import { validationObstacle } from '../validate/validationObstacle';
import type { RunLog } from './runLog';
import type { RunSite } from './runSite';
import { askPair, sendWrite } from './sendWrite';

/** Nothing more can be written: why. */
export interface ProviderGone {
  readonly kind: 'providerGone';
  readonly cause: string;
}

const dpOnly: ReadRightBefore = {
  target: 'none',
  summary: 'none',
  package: 'none',
  packageClass: 'SMS_Package',
};

/**
 * Writes one step, once: the state is read again, the intent is on the disk before the write, the answer after it.
 * Rejects with JournalError; then the step is as the journal tells it.
 */
export const writeStep = async (
  site: RunSite,
  log: RunLog,
  step: RunStep,
  progress: PairProgress | undefined,
): Promise<ProviderGone | undefined> => {
  if (isLibraryStep(step)) return beginLibraryStep(site, log, step, progress);
  if (step.action === 'validateDp') {
    const obstacle = await validationObstacle(site, step, progress);
    if (obstacle !== undefined) {
      await skip(log, step, obstacle);
      return undefined;
    }
  }
  let read: ReadRightBefore;
  try {
    read = isOfDp(step) ? dpOnly : await readBefore(site, step);
  } catch (error) {
    if (!(error instanceof CimError)) throw error;
    if (error.kind !== 'failed') return { kind: 'providerGone', cause: error.message };
    await skip(log, step, `Its target could not be read, so nothing was written. ${error.message}`);
    return undefined;
  }
  const now: ReadBefore = { ...read, hasOpenJob: progress !== undefined && hasOpenJob(progress) };
  const obstacle = writeObstacle(step, now);
  if (obstacle !== undefined) {
    await skip(log, step, obstacle);
    return undefined;
  }
  const isBegun = await log.add({ kind: 'intent', step: step.id, before: stateBefore(now) }, true);
  if (!isBegun) return undefined;
  const answer = await sendWrite(site, step, read.packageClass);
  await log.add({ kind: 'answer', step: step.id, answer });
  return isOfDp(step) ? undefined : goneBy(answer);
};

/** Asks for the validation that proves a step. */
export const verifyStep = async (site: RunSite, log: RunLog, step: RunStep): Promise<void> => {
  if (!(await log.add({ kind: 'proof', step: step.id, proof: { kind: 'verifying' } }, true))) return;
  const answer = await askPair(site, step, 'VerifyPackage');
  await log.add({ kind: 'proof', step: step.id, proof: { kind: 'verifyAnswer', answer } });
};

/** Asks the site to cancel what a step has begun. */
export const cancelStep = async (site: RunSite, log: RunLog, step: RunStep): Promise<void> => {
  if (!(await log.add({ kind: 'proof', step: step.id, proof: { kind: 'cancelling' } }, true))) return;
  const answer = await askPair(site, step, 'CancelDistribution');
  await log.add({ kind: 'proof', step: step.id, proof: { kind: 'cancelAnswer', answer } });
};

export const skip = (log: RunLog, step: RunStep, cause: string): Promise<boolean> =>
  log.add({ kind: 'outcome', step: step.id, fate: { kind: 'skipped', cause } });

/** Rights that are lacking, or a provider that is away, will not be there for the next step either. */
const goneBy = (answer: Answer): ProviderGone | undefined =>
  answer.kind === 'none' || (answer.kind === 'refused' && answer.isDenied === true)
    ? { kind: 'providerGone', cause: answer.cause }
    : undefined;
