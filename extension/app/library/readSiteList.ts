import type { DistributionPoint } from '../../core/content/distributionPoint';
import type { DpNames } from '../../core/content/dpNames';
import type { SiteList, TargetEntry } from '../../core/library/libraryLook';
import type { SiteConnection } from '../../ports/siteConnection';
import { libraryTargets } from '../../queries/libraryTargets';
import { readQuery } from '../../queries/readQuery';
import { scopedSources } from '../../queries/scopedSources';
import { siteQuery } from '../../queries/siteQuery';

const failed: ReadonlySet<number | undefined> = new Set([2382, 2383, 2385]);

/**
 * What the site targets to a DP, as it is now.
 * @param names finds DPs by NAL paths: another server may end in the same name
 * @throws SiteReadError
 */
export const readSiteList = async (
  { database }: Pick<SiteConnection, 'database'>,
  { key, serverName }: DistributionPoint,
  names: DpNames,
  signal: AbortSignal,
): Promise<SiteList> => {
  const catalogue = await database.catalogue(signal);
  const scoped = scopedSources(catalogue);
  const query = siteQuery(libraryTargets, catalogue);
  const asked = { packageId: '', server: serverName.toLowerCase() };
  const { target, job } = await readQuery(database, query, asked, signal);
  const rows = target
    .filter(({ nalPath }) => names.keyOf(nalPath) === key)
    .map(({ packageId, status, lastRefreshTime, state, lastValidation }): readonly [string, TargetEntry] => [
      packageId.toUpperCase(),
      {
        status,
        refreshed: lastRefreshTime,
        state,
        failedValidation: failed.has(lastValidation) ? lastValidation : undefined,
      },
    ]);
  return {
    targets: new Map(rows),
    openJobs:
      query.notRead.includes('jobs') || scoped.has('jobs')
        ? undefined
        : new Set(job.map(({ packageId }) => packageId.toUpperCase())),
    isScoped: scoped.has('targets'),
  };
};
