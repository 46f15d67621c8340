import type { LibraryStep } from '../../../core/run/runPlan';
import type { RunLog } from '../../run/runLog';
import type { RunSite } from '../../run/runSite';
import { fewAtOnce } from './fewAtOnce';
import { LibraryWorker } from './libraryStep';

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
  await fewAtOnce(steps, async (step) => {
    const state = log.state.of(step.id);
    const since = state.phase === 'asked' ? state.at : Infinity;
    await new LibraryWorker(site, log, step).goOn(site.clock.now() - since < patience);
  });
  return steps.some(({ id }, index) => log.state.of(id) !== before[index]);
};
