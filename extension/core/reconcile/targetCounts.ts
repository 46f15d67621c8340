import type { SiteInventory } from '../content/siteInventory';
import type { PairFacts } from './pairFacts';
import type { Discarded } from './siteFacts';

/** Rows of v_DistributionPoint that a pair has, and how many of them are of the DP's own path and site. */
export interface TargetRows {
  readonly all: number;
  readonly own: number;
}

/**
 * What remains of the target rows once those of graded pairs are taken away: pairs that were only counted.
 * @param targets all rows of the site, see SiteFacts.targets
 * @param graded rows of the graded pairs
 */
export const ungradedOf = (targets: Discarded, graded: Discarded): Discarded => ({
  byDp: less(targets.byDp, graded.byDp),
  byPackage: less(targets.byPackage, graded.byPackage),
});

const less = <K>(counts: ReadonlyMap<K, number>, taken: ReadonlyMap<K, number>): ReadonlyMap<K, number> =>
  new Map(
    Array.from(counts, ([key, count]) => [key, count - (taken.get(key) ?? 0)] as const).filter(
      ([, count]) => count > 0,
    ),
  );

/** Counts the target rows of one pair after the other. */
export const targetRowCounter = ({
  distributionPoints,
}: SiteInventory): ((pair: PairFacts) => TargetRows) => {
  const ownKeys = new Map(distributionPoints.map((dp) => [dp.key, rowKey(dp)]));
  return ({ dp, target, surplusTargets }) => {
    if (target === undefined) return { all: 0, own: 0 };
    const rows = [target, ...surplusTargets];
    const own = ownKeys.get(dp);
    return { all: rows.length, own: rows.filter((row) => rowKey(row) === own).length };
  };
};

/** A row's path and site; both are compared without regard to case. */
const rowKey = (row: { readonly nalPath: string; readonly siteCode: string }): string =>
  `${row.siteCode}|${row.nalPath}`.toLowerCase();
