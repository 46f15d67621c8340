import type { DistributionPoint } from '../content/distributionPoint';
import type { DpGroup } from '../content/dpGroup';
import type { Package } from '../content/package';
import type { SiteInventory } from '../content/siteInventory';
import type { ContentScope } from './contentScope';
import { sameValue } from './sameValue';

/**
 * What changes of packages and DP groups ask to be read again.
 * @returns undefined when DPs came, went or are named otherwise: then texts may name other DPs than before
 */
export const changedInventory = (
  before: SiteInventory,
  after: SiteInventory,
): readonly ContentScope[] | undefined => {
  if (identities(before) !== identities(after)) return undefined;
  return [...changedPackages(before.packages, after.packages), ...changedGroups(before.groups, after.groups)];
};

const identity = ({ id, key, nalPath, siteCode }: DistributionPoint): string =>
  [id, key, nalPath, siteCode].join('\n');

const identities = ({ distributionPoints }: SiteInventory): string =>
  distributionPoints.map(identity).sort().join('\n');

const changedPackages = (before: readonly Package[], after: readonly Package[]): readonly ContentScope[] => {
  const known = new Map(before.map((one) => [one.packageId, one]));
  const present = new Set(after.map(({ packageId }) => packageId));
  return [
    ...after.filter((one) => !sameValue(known.get(one.packageId), one)),
    ...before.filter(({ packageId }) => !present.has(packageId)),
  ].map(({ packageId }) => ({ packageId }));
};

/** A group's packages on members that joined or left, and packages that came or went on all of its members. */
const changedGroups = (before: readonly DpGroup[], after: readonly DpGroup[]): readonly ContentScope[] => {
  const known = new Map(before.map((group) => [group.groupId, group]));
  const kept = new Set(after.map(({ groupId }) => groupId));
  return [
    ...after.flatMap((group) => changedCells(known.get(group.groupId), group)),
    ...before.filter(({ groupId }) => !kept.has(groupId)).flatMap((group) => changedCells(group, undefined)),
  ];
};

const changedCells = (before: DpGroup | undefined, after: DpGroup | undefined): readonly ContentScope[] => {
  const members = unique(before?.members, after?.members);
  const packages = unique(before?.packageIds, after?.packageIds);
  const [oldMembers, newMembers] = [new Set(before?.members), new Set(after?.members)];
  const [oldPackages, newPackages] = [new Set(before?.packageIds), new Set(after?.packageIds)];
  return packages.flatMap((packageId) => {
    const [was, is] = [oldPackages.has(packageId), newPackages.has(packageId)];
    return members
      .filter((dp) => (was && oldMembers.has(dp)) !== (is && newMembers.has(dp)))
      .map((dp) => ({ packageId, dp }));
  });
};

const unique = <T>(one: readonly T[] = [], other: readonly T[] = []): readonly T[] => [
  ...new Set([...one, ...other]),
];
