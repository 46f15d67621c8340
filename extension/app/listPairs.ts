import type { SiteInventory } from '../core/content/siteInventory';
import { DpNames } from '../core/content/dpNames';
import type { Finding } from '../core/reconcile/finding';
import { pairId } from '../core/reconcile/pairId';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { Findings, FindingsScope } from '../ports/findings';
import type { SiteDatabase } from '../ports/siteDatabase';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { targetedContent } from '../queries/targetedContent';
import { plainPair } from './plainPairs';
import type { SiteSession } from './siteSession';

/** A site whose pairs are listed. */
export interface ListedSite {
  readonly database: SiteDatabase;
  readonly findings: Findings;
  readonly inventory: SiteInventory;
  /** undefined: not read yet. */
  readonly cycles: SiteFacts['cycles'] | undefined;
}

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
  const { findings, connection } = site;
  const { inventory } = index;
  const listed = { database: connection.database, findings, inventory, cycles: state.facts?.cycles };
  return pairsOf(listed, scope, new AbortController().signal);
};

/** The same of a site that was just read. @throws SiteReadError */
export const pairsOf = async (
  { database, findings, inventory, cycles }: ListedSite,
  scope: FindingsScope,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  const { distributionPoints } = inventory;
  const graded = await findings.of(scope, signal);
  const known = new Set(graded.map(({ packageId, dp }) => pairId(packageId, dp)));
  const query = siteQuery(targetedContent, await database.catalogue(signal));
  const server = distributionPoints.find(({ key }) => key === scope.dp)?.serverName.toLowerCase() ?? '';
  const parameters = { packageId: scope.packageId ?? '', server };
  const { target } = await readQuery(database, query, parameters, signal);
  const names = new DpNames(distributionPoints);
  const plain = target.flatMap((row) => {
    const dp = names.keyOf(row.nalPath);
    if (dp === undefined || (scope.dp !== undefined && dp !== scope.dp)) return [];
    if (known.has(pairId(row.packageId, dp))) return [];
    return plainPair(row, dp, cycles)?.finding ?? [];
  });
  return [...graded, ...plain];
};
