import type { DpKey } from '../content/nalPath';
import type { Finding } from './finding';
import { grader } from './grade';
import type { PairFacts } from './pairFacts';
import type { SiteFacts } from './siteFacts';
import { suspectDps, withSuspects } from './suspectCycle';
import { tallies, type Tallies } from './tallies';

export interface Reconciliation extends Tallies {
  /** One for every pair whose facts were sent; plainly validated ones that the query discarded have none. */
  readonly findings: readonly Finding[];
  readonly suspectDps: readonly DpKey[];
}

/**
 * Grades pairs by the rules of docs/verdicts.md and counts them. A store that loads by scope and in batches
 * uses the parts: `grader`, then `tallies` and `suspectDps` over all that it keeps, `explain` for one pair.
 */
export const reconcile = (site: SiteFacts, pairs: readonly PairFacts[]): Reconciliation => {
  const graded = pairs.map(grader(site));
  const counted = tallies(site.inventory, site.discarded, graded);
  const suspects = suspectDps(site.cycles, counted.byDp, graded);
  return { ...counted, findings: withSuspects(graded, suspects), suspectDps: suspects };
};
