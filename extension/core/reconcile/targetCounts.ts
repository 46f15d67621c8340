import type { DpKey } from '../content/nalPath';
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
 */
export class UngradedTargets {
  private readonly byDp: Map<DpKey, number>;
  private readonly byPackage: Map<string, number>;

  constructor(targets: Discarded) {
    this.byDp = new Map(targets.byDp);
    this.byPackage = new Map(targets.byPackage);
  }

  /** Takes the rows of a graded pair away. */
  take(packageId: string, dp: DpKey, { all, own }: TargetRows): void {
    lower(this.byPackage, packageId, all);
    lower(this.byDp, dp, own);
  }

  get rest(): Discarded {
    return { byDp: positive(this.byDp), byPackage: positive(this.byPackage) };
  }
}

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

const lower = <K>(counts: Map<K, number>, key: K, by: number): void => {
  if (by > 0) counts.set(key, (counts.get(key) ?? 0) - by);
};

const positive = <K>(counts: ReadonlyMap<K, number>): ReadonlyMap<K, number> =>
  new Map([...counts].filter(([, count]) => count > 0));
