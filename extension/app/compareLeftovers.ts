import type { Comparison } from '../core/compare/comparison';
import { leftovers } from '../core/compare/leftovers';
import { DpNames } from '../core/content/dpNames';
import type { DpKey } from '../core/content/nalPath';
import { leftoverPairs } from '../queries/leftovers';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { groupsNotRead, type ComparedSite } from './comparedSite';

/** Pairs that only v_ContentDistribution knows, of one DP or of the site; none when that cannot be read. */
export const compareLeftovers = async (
  compared: ComparedSite,
  dp: DpKey | undefined,
  signal: AbortSignal,
): Promise<Comparison> => {
  const { site, index } = compared;
  // A leftover is what is not targeted: roles that do not show a target do not prove that.
  if (index.inventory.scoped?.includes('targets') === true)
    return { rows: [], notRead: ['Leftovers are unknown where targets are shown by role.'] };
  const dpId = dp === undefined ? 0 : (index.dps.get(dp)?.id ?? -1);
  const { database } = site.connection;
  const read = await compared.attempt(() => readQuery(database, siteQuery(leftoverPairs), { dpId }, signal));
  if (read.kind === 'notRead') return { rows: [], notRead: [read.cause] };
  const { untargeted, otherTarget, someTarget } = read.value;
  const names = new DpNames(index.inventory.distributionPoints);
  const located = <R extends { readonly nalPath: string | undefined }>(
    row: R,
  ): R & { dp: DpKey | undefined } => ({
    ...row,
    dp: row.nalPath === undefined ? undefined : names.keyOf(row.nalPath),
  });
  const rows = leftovers(untargeted.map(located), {
    someTarget: someTarget.some(({ packageId }) => packageId !== undefined),
    otherTargets: otherTarget.map(located),
    groupsRead: compared.groupsRead,
    isGrouped: (packageId, on) => index.groupNamesOfPair(packageId, on).length > 0,
  });
  return { rows, notRead: groupsNotRead(compared) };
};
