import type { DistributionPoint } from '../core/content/distributionPoint';
import type { Finding } from '../core/reconcile/finding';
import { lackingOf } from '../core/redistribute/lackingPair';
import { choosePairs, type ReadFindings } from './choosePairs';

/**
 * What a DP lacks of what another one has or is to have, as pairs to distribute.
 * @throws SelectionTooLarge, SiteReadError
 */
export const givenContent = async (
  site: ReadFindings,
  to: DistributionPoint,
  from: DistributionPoint,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  const pairsOf = async ({ key, serverName }: DistributionPoint): Promise<readonly Finding[]> => {
    // A filter fits parts of names, too. To validate is for pairs of every standing.
    const like = await choosePairs(site, 'validate', `dp:"${serverName}"`, signal);
    return like.filter(({ dp }) => dp === key);
  };
  return lackingOf(await pairsOf(from), await pairsOf(to), to, from.serverName);
};
