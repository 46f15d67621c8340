import type { LibraryStep } from '../../run/runPlan';
import { writeObstacle, type ReadBefore } from '../../run/writeGuard';
import { nextBack, standsAsPlanned, type EntryLook } from './entryMoves';

/** Why an entry is not touched now, by what the site says of it right before; undefined: nothing is against it. */
export const siteObstacle = (step: LibraryStep, read: ReadBefore): string | undefined => {
  const { target, hasOpenJob } = read;
  // What is sent again right after has to be possible now.
  if (step.library.then !== undefined)
    return writeObstacle({ ...step, action: 'redistribute', bytes: undefined }, read);
  if (hasOpenJob) return 'A job sends the content of this package to this DP now. Wait until it is done.';
  if (step.action === 'restore') return refreshed(step, read);
  return target === 'none'
    ? undefined
    : 'The package has been targeted to this DP since the plan was made: its entry belongs there.';
};

/** An old entry is not put over what the site has sent since. */
export const refreshed = (
  { before }: LibraryStep,
  { target }: Pick<ReadBefore, 'target'>,
): string | undefined =>
  target !== 'none' &&
  target.lastRefreshTime !== undefined &&
  target.lastRefreshTime >= (before.lastRefreshTime ?? 0)
    ? 'The package was distributed to this DP again since its entry was taken out: what is there now is newer.'
    : undefined;

/** The same by what stands in the DP's own lists. */
export const entryObstacle = (
  { action, library: { entry } }: LibraryStep,
  look: EntryLook,
): string | undefined => {
  if (action === 'quarantine')
    return standsAsPlanned(entry, look)
      ? undefined
      : 'What the DP has of this package is no longer what it was when the plan was made. Look for mismatches again.';
  const next = nextBack(entry, look);
  if (next.kind === 'obstacle') return next.cause;
  return next.kind === 'done' ? 'It stands in the lists already, as it did before.' : undefined;
};
