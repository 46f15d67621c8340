import type { LibraryStep } from '../../../core/run/runPlan';
import type { RunLog } from '../../run/runLog';
import type { RunSite } from '../../run/runSite';
import { LibraryWorker } from './libraryStep';

/** DPs that are asked at once. */
const atOnce = 4;

/**
 * Goes on with steps that have begun. Rejects with JournalError.
 * @param patience for how long a DP that does not answer is asked again, milliseconds
 * @returns whether any came further
 */
export const goOnWithLibraries = async (
  site: RunSite,
  log: RunLog,
  steps: readonly LibraryStep[],
  patience: number,
): Promise<boolean> => {
  const before = steps.map(({ id }) => log.state.of(id));
  const queue = steps.values();
  const work = async (): Promise<void> => {
    for (const step of queue) {
      const state = log.state.of(step.id);
      const since = state.phase === 'asked' ? state.at : Infinity;
      await new LibraryWorker(site, log, step).goOn(site.clock.now() - since < patience);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
  return steps.some(({ id }, index) => log.state.of(id) !== before[index]);
};
