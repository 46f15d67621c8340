import type { DistributionPoint } from '../content/distributionPoint';
import type { DpGroup } from '../content/dpGroup';
import type { DpKey } from '../content/nalPath';
import type { Package } from '../content/package';
import type { SiteInventory } from '../content/siteInventory';
import { SiteImpact } from '../impact/siteImpact';
import { groupCells, type GroupCells } from '../reconcile/groupCells';

/** A site's inventory, found by key and by membership. */
export class SiteIndex {
  readonly dps: ReadonlyMap<DpKey, DistributionPoint>;
  readonly groups: ReadonlyMap<string, DpGroup>;
  readonly packages: ReadonlyMap<string, Package>;
  readonly impact: SiteImpact;
  private readonly cells: GroupCells;
  private readonly groupNamesOfDps = new Map<DpKey, string[]>();

  constructor(readonly inventory: SiteInventory) {
    this.dps = new Map(inventory.distributionPoints.map((dp) => [dp.key, dp]));
    this.groups = new Map(inventory.groups.map((group) => [group.groupId, group]));
    this.packages = new Map(inventory.packages.map((one) => [one.packageId, one]));
    this.impact = new SiteImpact(inventory);
    this.cells = groupCells(inventory);
    for (const { name, members } of inventory.groups)
      for (const dp of members) this.groupNamesOfDps.set(dp, [...(this.groupNamesOfDps.get(dp) ?? []), name]);
  }

  /** Groups that the DP is a member of. */
  groupNamesOfDp(dp: DpKey): readonly string[] {
    return this.groupNamesOfDps.get(dp) ?? [];
  }

  /** Groups through which the DP should have the package. */
  groupNamesOfPair(packageId: string, dp: DpKey): readonly string[] {
    return this.cells.groupsOf(packageId, dp).map((groupId) => this.groups.get(groupId)?.name ?? groupId);
  }

  /** The server's name; for a DP that the site no longer has, the server part of its identity. */
  dpName(dp: DpKey): string {
    return this.dps.get(dp)?.serverName ?? dp.slice(0, dp.lastIndexOf('|'));
  }

  packageName(packageId: string): string {
    return this.packages.get(packageId)?.name ?? packageId;
  }
}
