import type { SiteInventory } from '../core/content/siteInventory';
import type { SiteConnection } from '../ports/siteConnection';
import { SiteReadError } from '../ports/siteReadError';
import { distributionPoints } from '../queries/distributionPoints';
import { dpGroups } from '../queries/dpGroups';
import { distributionPointsOf, dpGroupsOf } from '../queries/inventoryAssembly';
import { packages } from '../queries/packages';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { sites } from '../queries/sites';
import { readNeeds } from './readNeeds';

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
  const content = await unlessLacking(readQuery(database, ofPackages, {}, signal));
  const dps = distributionPointsOf(distributionPoint, site);
  return {
    siteCode: info.siteCode,
    siteName: info.siteName,
    siteServer: site.find(({ siteCode }) => siteCode === info.siteCode)?.serverName ?? info.provider.computer,
    distributionPoints: dps,
    groups: dpGroupsOf(groups, dps),
    packages: [...(content?.package ?? []), ...(content?.hiddenPackage ?? [])],
    needs: await readNeeds({ database, clock }, dps, signal),
    readAt,
    notRead: [
      ...new Set([ofDps, ofGroups, ofPackages].flatMap(({ notRead }) => notRead)),
      ...(content === undefined ? (['packages'] as const) : []),
    ],
  };
};

/** undefined: the site lacks a view or a column for it, which does not keep the rest from being shown. */
export const unlessLacking = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SiteReadError && error.kind === 'missingColumn') return undefined;
    throw error;
  }
};
