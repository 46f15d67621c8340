import type { DistributionPoint } from '../../content/distributionPoint';
import type { SiteInventory } from '../../content/siteInventory';

/** A DP whose content library is to be cleaned up, and the site that the tool asks about it. */
export interface CleanupTarget {
  /** FQDN as the site knows the DP. */
  readonly dp: string;
  /** FQDN of the primary site's server, which has the tool in its CD.Latest. */
  readonly siteServer: string;
  /** Of the primary site. */
  readonly siteCode: string;
  /** Code of the secondary site that the DP is of; undefined: it is of the primary site. */
  readonly secondarySite: string | undefined;
}

export const cleanupTarget = (
  { serverName, siteCode: ofDp }: Pick<DistributionPoint, 'serverName' | 'siteCode'>,
  { siteServer, siteCode }: Pick<SiteInventory, 'siteServer' | 'siteCode'>,
): CleanupTarget => ({
  dp: serverName,
  siteServer,
  siteCode,
  secondarySite: ofDp === '' || ofDp.toUpperCase() === siteCode.toUpperCase() ? undefined : ofDp,
});
