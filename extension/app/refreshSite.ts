import type { SiteInventory } from '../core/content/siteInventory';
import type { SiteConnection } from '../ports/siteConnection';
import { distributionPoints } from '../queries/distributionPoints';
import { dpGroups } from '../queries/dpGroups';
import { distributionPointsOf, dpGroupsOf } from '../queries/inventoryAssembly';
import { packages } from '../queries/packages';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { sites } from '../queries/sites';

/** Reads what the site has: DPs, groups and packages, as of one moment. @throws SiteReadError */
export const refreshSite = async (
  { database, clock, info }: Pick<SiteConnection, 'database' | 'clock' | 'info'>,
  signal: AbortSignal,
): Promise<SiteInventory> => {
  const readAt = clock.now();
  const catalogue = await database.catalogue(signal);
  const ofDps = siteQuery(distributionPoints, catalogue);
  const ofGroups = siteQuery(dpGroups, catalogue);
  const ofPackages = siteQuery(packages, catalogue);
  const { site } = await readQuery(database, sites, {}, signal);
  const { distributionPoint } = await readQuery(database, ofDps, {}, signal);
  const groups = await readQuery(database, ofGroups, {}, signal);
  const content = await readQuery(database, ofPackages, {}, signal);
  const dps = distributionPointsOf(distributionPoint, site);
  return {
    siteCode: info.siteCode,
    siteName: info.siteName,
    siteServer: site.find(({ siteCode }) => siteCode === info.siteCode)?.serverName ?? info.provider.computer,
    distributionPoints: dps,
    groups: dpGroupsOf(groups, dps),
    packages: content.package,
    readAt,
    notRead: [...new Set([ofDps, ofGroups, ofPackages].flatMap(({ notRead }) => notRead))],
  };
};
