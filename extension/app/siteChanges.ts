import type { SiteInventory } from '../core/content/siteInventory';
import type { LooseMessages, SiteMarks, SiteNews } from '../core/reconcile/siteMarks';
import { sameStamps } from '../core/reconcile/changedTargets';
import type { SiteConnection } from '../ports/siteConnection';
import type { SiteDatabase } from '../ports/siteDatabase';
import { looseMessages } from '../queries/looseMessages';
import { packageTargets, type PackageTargetsRows } from '../queries/packageTargets';
import { readQuery } from '../queries/readQuery';
import { siteChanges } from '../queries/siteChanges';
import { siteQuery, type NoParameters, type SiteQuery } from '../queries/siteQuery';
import { packageList, sinceList } from '../queries/textList';

/** Rows dated this long before the last marks are taken for changed, too: they may have come late. Milliseconds. */
const lateness = 900_000;

export interface ChangesRead {
  /** As of now. */
  readonly marks: SiteMarks;
  readonly news: SiteNews;
  /** New ones among them. */
  readonly loose: LooseMessages;
}

/**
 * Takes marks, and reads what has changed since others were taken. One query, and one more where targets have changed.
 * @throws SiteReadError
 */
export const readSiteChanges = async (
  { database, clock }: Pick<SiteConnection, 'database' | 'clock'>,
  { distributionPoints, packages }: SiteInventory,
  since: SiteMarks | undefined,
  signal: AbortSignal,
): Promise<ChangesRead> => {
  const takenAt = clock.now();
  const list = sinceList(since?.newest ?? new Map());
  const told = packageList(unlisted([...(since?.targetsByPackage.keys() ?? [])], packages));
  const parameters = {
    since: list.text,
    sinceCount: list.count,
    changedAfter: (since?.takenAt ?? takenAt) - lateness,
    packages: told.text,
    packagesCount: told.count,
  };
  const catalogue = await database.catalogue(signal);
  const rows = await readQuery(database, siteQuery(siteChanges, catalogue), parameters, signal);
  const targetsByPath = new Map(rows.targetsByPath.map((row) => [row.nalPath.toLowerCase(), row]));
  const isSame =
    since !== undefined && rows.newTarget.length === 0 && sameStamps(since.targetsByPath, targetsByPath);
  const targetsByPackage = isSame
    ? since.targetsByPackage
    : await readPackageTargets(database, siteQuery(packageTargets, catalogue), signal);
  const keys = new Map(distributionPoints.map(({ id, key }) => [id, key]));
  const dpOf = (id: number | undefined) => (id === undefined ? undefined : keys.get(id));
  const news = rows.news.map(({ dpId, ...row }) => ({ ...row, dp: dpOf(dpId) }));
  return {
    marks: {
      takenAt,
      messages: rows.messageCount[0]?.messages ?? 0,
      newest: new Map([
        ...(since?.newest ?? []),
        ...rows.newest.map(({ siteCode, recordId }) => [siteCode, recordId] as const),
      ]),
      targetsByPath,
      ownTargets: new Map(
        rows.ownTargets.flatMap(({ dpId, targets }) => {
          const dp = dpOf(dpId);
          return dp === undefined ? [] : [[dp, targets]];
        }),
      ),
      targetsByPackage,
      contents: new Set(rows.content.map(({ packageId }) => packageId)),
      jobs: new Map(
        rows.job.map(({ jobId, dpId, packageId, stamp }) => [jobId, { dp: dpOf(dpId), packageId, stamp }]),
      ),
    },
    news: {
      messages: news,
      pairs: rows.changed.map(({ dpId, packageId }) => ({ dp: dpOf(dpId), packageId })),
    },
    loose: {
      loose: news.flatMap(({ isLoose, recordId, dp, packageId }) =>
        isLoose && dp !== undefined ? [{ recordId, dp, packageId }] : [],
      ),
      samples: news.flatMap(({ isSample, recordId, dp }) =>
        isSample && dp !== undefined ? [{ recordId, dp }] : [],
      ),
    },
  };
};

/** Those that v_Package does not list: as far as the inventory tells. */
const unlisted = (packageIds: readonly string[], packages: SiteInventory['packages']): readonly string[] => {
  const listed = new Set(packages.flatMap((one) => (one.isUnlisted === true ? [] : [one.packageId])));
  return packageIds.filter((packageId) => !listed.has(packageId));
};

const readPackageTargets = async (
  database: SiteDatabase,
  query: SiteQuery<NoParameters, PackageTargetsRows>,
  signal: AbortSignal,
): Promise<SiteMarks['targetsByPackage']> => {
  const { targets } = await readQuery(database, query, {}, signal);
  return new Map(targets.map((row) => [row.packageId, row]));
};

/** @throws SiteReadError */
export const readLooseMessages = async (
  { database }: Pick<SiteConnection, 'database'>,
  { distributionPoints }: SiteInventory,
  signal: AbortSignal,
): Promise<LooseMessages> => {
  const query = siteQuery(looseMessages, await database.catalogue(signal));
  const rows = await readQuery(database, query, {}, signal);
  const keys = new Map(distributionPoints.map(({ id, key }) => [id, key]));
  return {
    loose: rows.unaddressed.flatMap(({ dpId, ...row }) => {
      const dp = keys.get(dpId);
      return dp === undefined ? [] : [{ ...row, dp }];
    }),
    samples: rows.sample.flatMap(({ dpId, recordId }) => {
      const dp = keys.get(dpId);
      return dp === undefined ? [] : [{ recordId, dp }];
    }),
  };
};
