import type { DistributionPoint } from '../content/distributionPoint';
import type { DpGroup } from '../content/dpGroup';
import type { DpKey } from '../content/nalPath';
import type { Package } from '../content/package';
import type { SiteInventory } from '../content/siteInventory';

/** A site's inventory, found by key and by membership. */
export class SiteIndex {
  readonly dps: ReadonlyMap<DpKey, DistributionPoint>;
  readonly groups: ReadonlyMap<string, DpGroup>;
  readonly packages: ReadonlyMap<string, Package>;
  private readonly groupNamesOfDps = new Map<DpKey, string[]>();
  private readonly groupNamesOfPackages = new Map<string, string[]>();

  constructor(readonly inventory: SiteInventory) {
    this.dps = new Map(inventory.distributionPoints.map((dp) => [dp.key, dp]));
    this.groups = new Map(inventory.groups.map((group) => [group.groupId, group]));
    this.packages = new Map(inventory.packages.map((one) => [one.packageId, one]));
    for (const { name, members, packageIds } of inventory.groups) {
      for (const dp of members) append(this.groupNamesOfDps, dp, name);
      for (const packageId of packageIds) append(this.groupNamesOfPackages, packageId, name);
    }
  }

  groupNamesOfDp(dp: DpKey): readonly string[] {
    return this.groupNamesOfDps.get(dp) ?? [];
  }

  groupNamesOfPackage(packageId: string): readonly string[] {
    return this.groupNamesOfPackages.get(packageId) ?? [];
  }

  /** The server's name; for a DP that the site no longer has, the server part of its identity. */
  dpName(dp: DpKey): string {
    return this.dps.get(dp)?.serverName ?? dp.slice(0, dp.lastIndexOf('|'));
  }

  packageName(packageId: string): string {
    return this.packages.get(packageId)?.name ?? packageId;
  }
}

const append = <K>(lists: Map<K, string[]>, key: K, value: string): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};
