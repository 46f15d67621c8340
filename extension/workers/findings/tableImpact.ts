import type { DpKey } from '../../core/content/nalPath';
import type { SiteInventory } from '../../core/content/siteInventory';
import { compareLeans, type DpLean } from '../../core/impact/dpLean';
import { compareLevels, compareUrgency, type PackageImpact } from '../../core/impact/packageImpact';
import { SiteImpact } from '../../core/impact/siteImpact';
import { rankItems, type Ranking } from './rank';

/** What depends on the rows of a table, by package and by DP: pairs get theirs when they are looked at. */
export interface TableImpact {
  readonly packages: readonly PackageImpact[];
  readonly dps: readonly DpLean[];
}

export const tableImpact = (
  inventory: SiteInventory,
  packages: readonly { readonly packageId: string }[],
  dps: readonly { readonly key: DpKey }[],
): TableImpact => {
  const impact = new SiteImpact(inventory);
  return {
    packages: packages.map(({ packageId }) => impact.ofPackage(packageId)),
    dps: dps.map(({ key }) => impact.ofDp(key)),
  };
};

/** The order of comparePairImpacts, one comparison a ranking, the most important first. */
export const impactRankings = (
  { packages, dps }: TableImpact,
  packageOf: ArrayLike<number>,
  dpOf: ArrayLike<number>,
): readonly Ranking[] => [
  { codes: packageOf, ...rankItems(packages, compareLevels) },
  { codes: dpOf, ...rankItems(dps, compareLeans) },
  { codes: packageOf, ...rankItems(packages, compareUrgency) },
];
