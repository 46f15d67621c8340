import type { DpKey } from '../content/nalPath';
import type { SiteInventory } from '../content/siteInventory';
import { compareLeans, dpLeans, noLean, type DpLean } from './dpLean';
import { firstDifference } from './firstDifference';
import { NeedIndex } from './needIndex';
import { compareLevels, compareUrgency, packageImpact, type PackageImpact } from './packageImpact';
import { unreadNeeds } from './siteNeeds';

/** What a package on a DP is needed for: how much depends on the package, and who leans on the DP. */
export interface PairImpact {
  readonly content: PackageImpact;
  readonly lean: DpLean;
}

/** Worst first: what stands still, then how many lean on the DP, then how urgent it is. */
export const comparePairImpacts = (a: PairImpact, b: PairImpact): number =>
  firstDifference(
    compareLevels(a.content, b.content),
    compareLeans(a.lean, b.lean),
    compareUrgency(a.content, b.content),
  );

export const pairReason = ({ content, lean }: PairImpact): string =>
  content.level === 'none' || content.level === 'unknown'
    ? `${content.reason}.`
    : `${content.reason}; ${lean.reason}.`;

/** Impacts of a site's packages and DPs, each worked out when it is first asked for. */
export class SiteImpact {
  private readonly index: NeedIndex;
  private readonly packages = new Map<string, PackageImpact>();
  private readonly types: ReadonlyMap<string, number>;
  private readonly leans: ReadonlyMap<DpKey, DpLean>;

  constructor(private readonly inventory: Pick<SiteInventory, 'packages' | 'needs' | 'readAt'>) {
    this.index = new NeedIndex(this.needs);
    this.types = new Map(inventory.packages.map(({ packageId, type }) => [packageId, type]));
    this.leans = dpLeans(this.needs);
  }

  ofPackage(packageId: string): PackageImpact {
    const known = this.packages.get(packageId);
    if (known !== undefined) return known;
    const asked = { packageId, type: this.types.get(packageId) };
    const impact = packageImpact(this.needs, this.index, asked, this.inventory.readAt);
    this.packages.set(packageId, impact);
    return impact;
  }

  ofDp(dp: DpKey): DpLean {
    return this.leans.get(dp) ?? noLean(this.needs);
  }

  private get needs(): NonNullable<SiteInventory['needs']> {
    return this.inventory.needs ?? unreadNeeds;
  }
}
