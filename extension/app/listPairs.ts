import { DpNames } from '../core/content/dpNames';
import type { Finding } from '../core/reconcile/finding';
import { pairId } from '../core/reconcile/pairId';
import type { FindingsScope } from '../ports/findings';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { targetedContent } from '../queries/targetedContent';
import { plainPair } from './plainPairs';
import type { SiteSession } from './siteSession';

/**
 * All pairs of a DP or a package: the graded ones, and those that were only counted because they are plainly
 * validated. A target without a pass that is not graded yet came after the read of the site: left out.
 * @throws SiteReadError
 */
export const listPairs = async (
  { site, state }: Pick<SiteSession, 'site' | 'state'>,
  scope: FindingsScope,
): Promise<readonly Finding[]> => {
  const { index } = state;
  if (site === undefined || index === undefined) return [];
  const { signal } = new AbortController();
  const { database } = site.connection;
  const graded = await site.findings.of(scope, signal);
  const known = new Set(graded.map(({ packageId, dp }) => pairId(packageId, dp)));
  const query = siteQuery(targetedContent, await database.catalogue(signal));
  const server = scope.dp === undefined ? '' : (index.dps.get(scope.dp)?.serverName.toLowerCase() ?? '');
  const parameters = { packageId: scope.packageId ?? '', server };
  const { target } = await readQuery(database, query, parameters, signal);
  const names = new DpNames(index.inventory.distributionPoints);
  const plain = target.flatMap((row) => {
    const dp = names.keyOf(row.nalPath);
    if (dp === undefined || (scope.dp !== undefined && dp !== scope.dp)) return [];
    if (known.has(pairId(row.packageId, dp))) return [];
    return plainPair(row, dp, state.facts?.cycles)?.finding ?? [];
  });
  return [...graded, ...plain];
};
