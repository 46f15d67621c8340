import type { DistributionPoint } from '../../../core/content/distributionPoint';
import { DpNames } from '../../../core/content/dpNames';
import { NeedIndex } from '../../../core/impact/needIndex';
import { unreadNeeds } from '../../../core/impact/siteNeeds';
import type { CleanupGround } from '../../../core/library/cleanup/cleanupGround';
import type { FactSource } from '../../../core/reconcile/siteFacts';
import type { SiteIndex } from '../../../core/siteTree/siteIndex';
import type { SiteConnection } from '../../../ports/siteConnection';
import { contentNames } from '../../../queries/contentNames';
import { readQuery } from '../../../queries/readQuery';
import { scopedSources } from '../../../queries/scopedSources';
import { siteQuery } from '../../../queries/siteQuery';
import { attempt } from '../lookAtLibrary';
import { readSiteList } from '../readSiteList';

/** Refreshed within an hour: what was written for it may not be in the lists yet. */
const freshFor = 60 * 60_000;

/**
 * What the site says of a DP's content now. What cannot be read is told, not thrown; throws only when the signal
 * aborts.
 */
export const readCleanupGround = async (
  { database, clock }: Pick<SiteConnection, 'database' | 'clock'>,
  index: SiteIndex,
  dp: DistributionPoint,
  signal: AbortSignal,
): Promise<CleanupGround> => {
  const { inventory } = index;
  const isRead = (source: FactSource): boolean =>
    inventory.notRead?.includes(source) !== true && inventory.scoped?.includes(source) !== true;
  const needs = inventory.needs ?? unreadNeeds;
  const freshSince = clock.now() - freshFor;
  const names = new DpNames(inventory.distributionPoints);
  const site = await attempt(() => readSiteList({ database }, dp, names, signal), signal);
  const contents = await attempt(() => readContentNames(database, signal), signal);
  return {
    dpName: dp.serverName,
    site,
    groupsOf: isRead('groups') ? (packageId) => index.groupNamesOfPair(packageId, dp.key) : undefined,
    packages: isRead('packages')
      ? new Map(inventory.packages.map((one) => [one.packageId.toUpperCase(), one]))
      : undefined,
    contents,
    needs: new NeedIndex(needs),
    needsNotRead: needs.notRead,
    freshSince,
  };
};

/** @throws SiteReadError, Error where roles show only some contents */
const readContentNames = async (
  database: SiteConnection['database'],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> => {
  const catalogue = await database.catalogue(signal);
  if (scopedSources(catalogue).has('sizes'))
    throw new Error('v_Content is read by the roles of the account: it may have more than is shown.');
  const { content } = await readQuery(database, siteQuery(contentNames, catalogue), {}, signal);
  return new Map(content.map(({ packageId, contentId }) => [plain(contentId), packageId.toUpperCase()]));
};

/** As logs are read: in lower case, without braces and version. */
const plain = (contentId: string): string =>
  contentId
    .toLowerCase()
    .replaceAll(/[{}]/g, '')
    .replace(/\.\d+$/, '');
