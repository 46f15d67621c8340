import type { DpKey } from '../../core/content/nalPath';
import type { Counted } from '../../core/reconcile/tallies';
import type { Discarded } from '../../core/reconcile/siteFacts';

/**
 * What remains of the pairs that were only counted, after a scoped load has brought some of them as rows.
 * Which DP a package's counted pairs were on is not known: those that come for the first time count as them.
 *
 * @param firstSeen findings of the load whose pairs had no row before
 */
export const remainingDiscarded = (before: Discarded, firstSeen: readonly Counted[]): Discarded => {
  const byDp = new Map<DpKey, number>(before.byDp);
  const byPackage = new Map(before.byPackage);
  for (const { packageId, dp } of firstSeen) {
    const ofPackage = byPackage.get(packageId) ?? 0;
    const ofDp = byDp.get(dp) ?? 0;
    if (ofPackage === 0 || ofDp === 0) continue;
    byPackage.set(packageId, ofPackage - 1);
    byDp.set(dp, ofDp - 1);
  }
  return { byDp, byPackage };
};
