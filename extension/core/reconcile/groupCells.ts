import type { DpKey } from '../content/nalPath';
import type { SiteInventory } from '../content/siteInventory';

/** The pairs that DP groups ask for: each group's packages on its members. */
export interface GroupCells {
  groupsOf(packageId: string, dp: DpKey): readonly string[];
  /** How many pairs the group asks for. */
  sizeOf(groupId: string): number;
}

export const groupCells = (inventory: SiteInventory): GroupCells => {
  const groupsOfDp = new Map<DpKey, string[]>();
  const packagesOf = new Map<string, ReadonlySet<string>>();
  const sizes = new Map<string, number>();
  for (const { groupId, members, packageIds } of inventory.groups) {
    const packages = new Set(packageIds);
    const distinct = new Set(members);
    packagesOf.set(groupId, packages);
    sizes.set(groupId, packages.size * distinct.size);
    for (const dp of distinct) {
      const groups = groupsOfDp.get(dp);
      if (groups === undefined) groupsOfDp.set(dp, [groupId]);
      else groups.push(groupId);
    }
  }
  return {
    groupsOf: (packageId, dp) =>
      (groupsOfDp.get(dp) ?? []).filter((groupId) => packagesOf.get(groupId)?.has(packageId)),
    sizeOf: (groupId) => sizes.get(groupId) ?? 0,
  };
};
