import type { Comparison } from '../core/compare/comparison';
import { dpDrift, groupDrift } from '../core/compare/drift';
import { DpNames } from '../core/content/dpNames';
import type { DpKey } from '../core/content/nalPath';
import { directContent } from '../queries/directContent';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { gradedOf, groupOf } from './compareGroups';
import { groupsNotRead, type ComparedSite } from './comparedSite';
import { heldContent } from './heldContent';

/** What a DP holds beside what its groups ask for. */
export const compareDpWithGroups = async (
  compared: ComparedSite,
  dp: DpKey,
  signal: AbortSignal,
): Promise<Comparison> => {
  const { pairs, notRead } = await heldContent(compared, { dp }, signal);
  const content = pairs && new Map(pairs.map(({ packageId, side }) => [packageId, side]));
  return {
    rows: dpDrift(content, askedOf(compared, dp), compared.groupsRead),
    notRead: [...notRead, ...groupsNotRead(compared)],
  };
};

/** What the groups of a DP ask for: package ID to the names of the groups. */
const askedOf = ({ index }: ComparedSite, dp: DpKey): ReadonlyMap<string, readonly string[]> => {
  const groups = index.inventory.groups.filter(({ members }) => members.includes(dp));
  const packageIds = new Set(groups.flatMap((group) => group.packageIds));
  return new Map(Array.from(packageIds, (packageId) => [packageId, index.groupNamesOfPair(packageId, dp)]));
};

interface Direct {
  readonly packageId: string;
  readonly dp: DpKey;
}

/** What a group asks for beside what its members hold. */
export const compareGroupWithMembers = async (
  compared: ComparedSite,
  groupId: string,
  signal: AbortSignal,
): Promise<Comparison> => {
  const group = groupOf(compared, groupId);
  const notTargeted = await gradedOf(compared, group, 'state=notTargeted', signal);
  const direct = await compared.attempt(() => readDirect(compared, signal));
  const rows = groupDrift(
    group,
    notTargeted,
    direct.kind === 'read' && compared.groupsRead ? direct.value : undefined,
    (dp) => compared.index.dpName(dp),
  );
  const unread = direct.kind === 'read' ? [] : [`Content that no group asks for: ${direct.cause}`];
  return { rows, notRead: [...unread, ...groupsNotRead(compared)] };
};

/** Targets that no group asks for, on DPs that the site has. @throws SiteReadError */
const readDirect = async ({ site, index }: ComparedSite, signal: AbortSignal): Promise<readonly Direct[]> => {
  const { direct } = await readQuery(site.connection.database, siteQuery(directContent), {}, signal);
  const names = new DpNames(index.inventory.distributionPoints);
  return direct.flatMap(({ packageId, nalPath }) => {
    const dp = names.keyOf(nalPath);
    return dp === undefined || index.groupNamesOfPair(packageId, dp).length > 0 ? [] : { packageId, dp };
  });
};
