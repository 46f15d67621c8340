import type { DistributionPoint } from '../core/content/distributionPoint';
import { unreadNeeds, type SiteNeeds } from '../core/impact/siteNeeds';
import type { SiteConnection } from '../ports/siteConnection';
import { SiteReadError } from '../ports/siteReadError';
import { impact } from '../queries/impact';
import { siteNeedsOf } from '../queries/needsAssembly';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';

/**
 * Reads who needs the site's content. It orders what lacks, and decides nothing: where it cannot be read, the
 * impact is not known, and everything else is shown.
 * @throws SiteReadError `cancelled`
 */
export const readNeeds = async (
  { database, clock }: Pick<SiteConnection, 'database' | 'clock'>,
  dps: readonly DistributionPoint[],
  signal: AbortSignal,
): Promise<SiteNeeds> => {
  try {
    const query = siteQuery(impact, await database.catalogue(signal));
    const unknown = [...new Set([...query.notRead, ...query.scoped])];
    return siteNeedsOf(await readQuery(database, query, {}, signal), dps, unknown, clock.now());
  } catch (error) {
    if (error instanceof SiteReadError && error.kind !== 'cancelled') return unreadNeeds;
    throw error;
  }
};
