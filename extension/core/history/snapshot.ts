import type { DpKey } from '../content/nalPath';
import type { Finding } from '../reconcile/finding';
import { tallyClass, type Tally } from '../reconcile/tally';
import { verdicts, type Verdict } from '../reconcile/verdict';
import { filterPairs, pairSet, type PairSet } from './pairSet';
import { noPasses, type RememberedPasses } from './rememberedPasses';

/**
 * How a site stood when it was read: the verdict of each expected pair that was not validated. A pair that is
 * not in it was validated or not expected. Acknowledging changes tallies, never verdicts.
 */
export interface Snapshot extends PairSet {
  /** Places in `verdicts`, one a pair. */
  readonly verdictOf: Uint8Array;
  readonly site: Tally;
  readonly byDp: ReadonlyMap<DpKey, Tally>;
  /** What later reads may need when the site has forgotten it. */
  readonly passes: RememberedPasses;
}

export type SnapshotPair = Pick<Finding, 'packageId' | 'dp' | 'verdict'>;

export const makeSnapshot = (
  pairs: readonly SnapshotPair[],
  site: Tally,
  byDp: ReadonlyMap<DpKey, Tally>,
  passes: RememberedPasses = noPasses,
): Snapshot => {
  const open = pairs.filter(({ verdict }) => verdict !== 'validated');
  const { packages, dps, places, rows } = pairSet(open);
  const verdictOf = Uint8Array.from(rows, (row) => verdicts.indexOf(open[row]?.verdict ?? 'unread'));
  return { packages, dps, places, verdictOf, site, byDp, passes };
};

export const verdictIn = ({ verdictOf }: Pick<Snapshot, 'verdictOf'>, index: number): Verdict =>
  index < 0 ? 'validated' : (verdicts[verdictOf[index] ?? 0] ?? 'unread');

/**
 * What a pair was as to problems: `unsure` (not read, on its way, not proved) neither makes nor ends one.
 */
export type Footing = 'problem' | 'fine' | 'unsure';

export const footingOf = (verdict: Verdict): Footing => {
  const of = tallyClass(verdict);
  if (of === 'problems') return 'problem';
  return of === 'validated' || of === 'nothing' ? 'fine' : 'unsure';
};

/** Pairs that cannot be new when they are problems later: they were some, or were not read. */
export const knownBefore = (snapshot: Snapshot): PairSet =>
  filterPairs(snapshot, (index) => {
    const verdict = verdictIn(snapshot, index);
    return verdict === 'unread' || footingOf(verdict) === 'problem';
  });
