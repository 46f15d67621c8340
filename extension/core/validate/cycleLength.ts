import { finishedCycle, type DpCycles } from '../reconcile/cycle';

/** How long the last finished cycle took, in milliseconds; undefined when that is not known. */
export const cycleLength = (marks: DpCycles | undefined): number | undefined => {
  const finished = finishedCycle(marks);
  return finished?.start === undefined ? undefined : finished.end - finished.start;
};
