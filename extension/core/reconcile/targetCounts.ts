import type { DpKey } from '../content/nalPath';
import type { SiteInventory } from '../content/siteInventory';
import type { PairFacts } from './pairFacts';
import type { Discarded } from './siteFacts';

/**
 * What remains of the target rows once those of graded pairs are taken away: pairs that were only counted.
 * @param targets all rows of the site, see SiteFacts.targets
 */
export class UngradedTargets {
  private readonly byDp: Map<DpKey, number>;
  private readonly byPackage: Map<string, number>;
  private readonly own: ReadonlyMap<DpKey, string>;

  constructor(inventory: SiteInventory, targets: Discarded) {
    this.byDp = new Map(targets.byDp);
    this.byPackage = new Map(targets.byPackage);
    this.own = new Map(
      inventory.distributionPoints.map(({ key, nalPath, siteCode }) => [key, rowKey({ nalPath, siteCode })]),
    );
  }

  /** Takes the rows of a graded pair away. */
  take({ packageId, dp, target, surplusTargets }: PairFacts): void {
    if (target === undefined) return;
    const rows = [target, ...surplusTargets];
    const own = this.own.get(dp);
    lower(this.byPackage, packageId, rows.length);
    lower(this.byDp, dp, rows.filter((row) => rowKey(row) === own).length);
  }

  get rest(): Discarded {
    return { byDp: positive(this.byDp), byPackage: positive(this.byPackage) };
  }
}

/** A row's path and site; both are compared without regard to case. */
const rowKey = (row: { readonly nalPath: string; readonly siteCode: string }): string =>
  `${row.siteCode}|${row.nalPath}`.toLowerCase();

const lower = <K>(counts: Map<K, number>, key: K, by: number): void => {
  if (by > 0) counts.set(key, (counts.get(key) ?? 0) - by);
};

const positive = <K>(counts: ReadonlyMap<K, number>): ReadonlyMap<K, number> =>
  new Map([...counts].filter(([, count]) => count > 0));
