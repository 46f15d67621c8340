import type { SiteInventory } from '../core/content/siteInventory';
import type { SiteConnection } from '../ports/siteConnection';
import { SiteReadError } from '../ports/siteReadError';
import { distributionPoints } from '../queries/distributionPoints';
import { dpGroups } from '../queries/dpGroups';
import { distributionPointsOf, dpGroupsOf } from '../queries/inventoryAssembly';
import { packages } from '../queries/packages';
import { readQuery } from '../queries/readQuery';
import { scopedSources } from '../queries/scopedSources';
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
  const scoped = scopedSources(catalogue);
  const ofDps = siteQuery(distributionPoints, catalogue);
  const ofGroups = siteQuery(dpGroups, catalogue);
  const ofPackages = siteQuery(packages, catalogue);
  const site = (await unlessLacking(readQuery(database, sites, {}, signal)))?.site ?? [];
  const points = await unlessLacking(readQuery(database, ofDps, {}, signal));
  const groups = await readQuery(database, ofGroups, {}, signal);
  const content = await unlessLacking(readQuery(database, ofPackages, {}, signal));
  const dps = distributionPointsOf(points?.distributionPoint ?? [], site);
  return {
    siteCode: info.siteCode,
    siteName: info.siteName,
    siteServer: site.find(({ siteCode }) => siteCode === info.siteCode)?.serverName ?? info.provider.computer,
    distributionPoints: dps,
    groups: dpGroupsOf(groups, dps),
    // What roles do not show is not hidden by the site.
    packages: [
      ...(content?.package ?? []),
      ...(scoped.has('packages') ? [] : (content?.hiddenPackage ?? [])),
    ],
    needs: await readNeeds({ database, clock }, dps, signal),
    readAt,
    notRead: [
      ...new Set([ofDps, ofGroups, ofPackages].flatMap(({ notRead }) => notRead)),
      ...(points === undefined ? (['distributionPoints'] as const) : []),
      ...(content === undefined ? (['packages'] as const) : []),
    ],
    scoped: [...scoped],
  };
};

/** undefined: the site lacks a view or a column for it, or shows it not, which does not keep the rest from being shown. */
export const unlessLacking = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SiteReadError && (error.kind === 'missingColumn' || error.kind === 'denied'))
      return undefined;
    throw error;
  }
};
