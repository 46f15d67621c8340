import { unmarked } from '../core/reconcile/findingMarks';
import type { Acknowledgements } from '../ports/acknowledgements';
import type { Findings } from '../ports/findings';

/**
 * Has findings counted as a file of acknowledgements says, for whoever keeps no history (the command line): asked
 * before the site is read, the first read counts so.
 * @param now the site's time, by which they expire
 * @returns why nothing counts as acknowledged; empty when the file was understood
 */
export const markAcknowledged = async (
  findings: Pick<Findings, 'mark'>,
  kept: Pick<Acknowledgements, 'read'>,
  now: number,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const read = await kept.read();
  const acknowledgements = read.kind === 'read' ? read.acknowledgements : [];
  await findings.mark({ ...unmarked, acknowledgements, now }, signal);
  return read.kind === 'read' ? [] : read.problems;
};
