import type { DistributionPoint } from '../core/content/distributionPoint';
import type { DpGroup } from '../core/content/dpGroup';
import { DpNames } from '../core/content/dpNames';
import { dpKey, parseNalPath, type DpKey } from '../core/content/nalPath';
import type { DistributionPointRow } from './distributionPoints';
import type { DpGroupResults } from './dpGroups';
import type { SiteRow } from './sites';

/** The site's DPs. Of several rows of one DP, left by a reassignment, the newest counts. */
export const distributionPointsOf = (
  rows: readonly DistributionPointRow[],
  sites: readonly SiteRow[],
): readonly DistributionPoint[] => {
  const newest = new Map<string, DistributionPoint>();
  for (const row of rows) {
    const dp = distributionPointOf(row, sites);
    if ((newest.get(dp.key)?.id ?? -Infinity) < dp.id) newest.set(dp.key, dp);
  }
  return [...newest.values()];
};

const distributionPointOf = (row: DistributionPointRow, sites: readonly SiteRow[]): DistributionPoint => {
  const serverName = row.serverName ?? parseNalPath(row.nalPath)?.server ?? row.nalPath;
  return {
    key: dpKey(serverName, row.resourceType),
    id: row.id,
    nalPath: row.nalPath,
    serverName,
    siteCode: row.siteCode,
    resourceType: row.resourceType,
    description: row.description,
    isPullDp: row.isPullDp,
    isCloud: row.resourceType.toLowerCase() === 'windows azure',
    isSiteServer: isSiteServer(serverName, sites),
    validates: row.healthCheckEnabled,
    validationSchedule: row.healthCheckSchedule,
    validationPriority: row.healthCheckPriority,
  };
};

/** undefined where a site does not tell its server, and no other one is this. */
const isSiteServer = (server: string, sites: readonly SiteRow[]): boolean | undefined => {
  if (sites.some(({ serverName }) => isSameHost(serverName, server))) return true;
  return sites.length === 0 || sites.some(({ serverName }) => serverName === '') ? undefined : false;
};

/** A bare host name is the same as one with a domain. */
const isSameHost = (one: string, other: string): boolean => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || (a !== '' && b.startsWith(`${a}.`)) || (b !== '' && a.startsWith(`${b}.`));
};

/** Groups with their members and packages; members that are no DPs (any more) are left out. */
export const dpGroupsOf = (
  { dpGroup, member, content }: { readonly [K in keyof DpGroupResults]: readonly DpGroupResults[K][] },
  dps: readonly DistributionPoint[],
): readonly DpGroup[] => {
  const names = new DpNames(dps);
  const members = new Map<string, Set<DpKey>>(dpGroup.map(({ groupId }) => [groupId, new Set()]));
  const contents = new Map<string, Set<string>>(dpGroup.map(({ groupId }) => [groupId, new Set()]));
  for (const { groupId, nalPath } of member) {
    const dp = names.keyOf(nalPath);
    if (dp !== undefined) members.get(groupId)?.add(dp);
  }
  for (const { groupId, packageId } of content) contents.get(groupId)?.add(packageId);
  return dpGroup.map((group) => ({
    ...group,
    members: [...(members.get(group.groupId) ?? [])],
    packageIds: [...(contents.get(group.groupId) ?? [])],
  }));
};
