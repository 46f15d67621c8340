import assert from 'node:assert/strict';
import fc from 'fast-check';
import { viewsOf } from '../../extension/adapters/demo/schema';
import type { DemoDatabase } from '../../extension/adapters/demo/demoDatabase';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import type { SiteDatabase, SqlParameters } from '../../extension/ports/siteDatabase';
import { directContent } from '../../extension/queries/directContent';
import { distributionPoints } from '../../extension/queries/distributionPoints';
import { dpGroups } from '../../extension/queries/dpGroups';
import { impact } from '../../extension/queries/impact';
import { contentAgain, type ContentAgainParameters } from '../../extension/queries/contentAgain';
import { looseMessages } from '../../extension/queries/looseMessages';
import { missingContent } from '../../extension/queries/missingContent';
import { packageTargets } from '../../extension/queries/packageTargets';
import { packages } from '../../extension/queries/packages';
import { pairProgress } from '../../extension/queries/pairProgress';
import { heldVersions } from '../../extension/queries/heldVersions';
import { leftoverPairs } from '../../extension/queries/leftovers';
import { readQuery } from '../../extension/queries/readQuery';
import { siteQuery, type SiteQuery } from '../../extension/queries/siteQuery';
import { planPairs } from '../../extension/queries/planPairs';
import { planPlaces } from '../../extension/queries/planPlaces';
import { planSamples } from '../../extension/queries/planSamples';
import { planTroubles } from '../../extension/queries/planTroubles';
import { sites } from '../../extension/queries/sites';
import { packageList, recordList, sinceList, wantedList } from '../../extension/queries/textList';
import { siteChanges, type SiteChangesParameters } from '../../extension/queries/siteChanges';
import { targetedContent } from '../../extension/queries/targetedContent';
import { targetPairs } from '../../extension/queries/targetPairs';
import { anySite } from '../property/anySite';
import { withRows } from '../property/siteRows';
import { PgliteDatabase } from '../support/pglite/pgliteDatabase';
import { queryFiles } from '../unit/queries/allQueries';
import { never, runs, withSite } from './demoSites';

/** Columns that any query reads, by view. */
const read = new Map<string, Set<string>>();
for (const { needs, optional } of queryFiles())
  for (const each of [needs, ...Object.values(optional).map((step) => step.needs)])
    for (const [view, columns] of Object.entries(each))
      read.set(view, new Set([...(read.get(view) ?? []), ...columns]));

const copy = async (from: DemoDatabase, to: PgliteDatabase): Promise<void> => {
  for (const [view, columns] of read) {
    // RecordIDs exceed 2^53: as text, which jsonb turns into bigint.
    const present = [...columns].filter((column) => viewsOf('1806').get(view)?.has(column) === true);
    const selected = present.map((column) =>
      /RecordID|LastStatusID|JobID/.test(column) ? `CAST(${column} AS TEXT) AS ${column}` : column,
    );
    await to.fill(view, from.all(`SELECT ${selected.join()} FROM ${view}`));
  }
};

/** Early enough for some passes, too late for others. */
const staleBefore = Date.UTC(2026, 4, 2, 12);

type Rows = Readonly<Record<string, readonly object[]>>;

const nalPathOf = (row: object): string => ('nalPath' in row ? String(row.nalPath) : '');

const targetOf = (row: object): object | undefined =>
  'target' in row && typeof row.target === 'object' ? (row.target ?? undefined) : undefined;

const spelling = (row: object): string => nalPathOf(targetOf(row) ?? row);

const unspelt = (row: object): object => {
  const target = targetOf(row);
  if (target !== undefined) return { target: { ...target, nalPath: '' } };
  return 'nalPath' in row ? { nalPath: '' } : {};
};

/** Results with their rows in one order, and pairs by what they are: engines number packages differently. */
const comparable = (results: Rows): Rows => {
  const pairs = new Map<unknown, string>();
  for (const row of results['pair'] ?? [])
    if ('pairNo' in row && 'dpId' in row && 'packageId' in row)
      pairs.set(row.pairNo, `${String(row.packageId)}@${String(row.dpId)}`);
  // Which of several target rows that differ in nothing but spelling comes first is the engine's choice.
  const targets = new Map<unknown, string[]>();
  for (const row of [...(results['pair'] ?? []), ...(results['surplus'] ?? [])])
    if ('pairNo' in row) targets.set(row.pairNo, [...(targets.get(row.pairNo) ?? []), spelling(row)].sort());
  const named = (row: object): object =>
    'pairNo' in row
      ? {
          ...row,
          ...unspelt(row),
          pairNo: pairs.get(row.pairNo) ?? row.pairNo,
          targets: targets.get(row.pairNo),
        }
      : row;
  const order = (row: object): string => JSON.stringify(row);
  return Object.fromEntries(
    Object.entries(results).map(([result, rows]) => [
      result,
      rows.map(named).sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    ]),
  );
};

const assertSame = async <P extends SqlParameters, R extends object>(
  [one, other]: readonly [SiteDatabase, SiteDatabase],
  query: SiteQuery<P, R, string>,
  parameters: P,
): Promise<readonly string[]> => {
  const here = await readQuery(one, query, parameters, never);
  const there = await readQuery(other, query, parameters, never);
  assert.deepEqual(comparable(there as Rows), comparable(here as Rows), query.sql.id);
  return query.sql.results.map(({ name }) => name).filter((name) => (here as Rows)[name]?.length === 0);
};

/** Asks both every query, of everything and of less. Returns the results of the whole site that had no row. */
const assertAllSame = async (site: DemoDatabase, postgres: PgliteDatabase): Promise<readonly string[]> => {
  await copy(site, postgres);
  const both = [new SqlExecutor(site), postgres] as const;
  const catalogue = await postgres.catalogue(never);
  const targeted = siteQuery(targetedContent, catalogue);
  const missing = siteQuery(missingContent, catalogue);
  const [some] = site.all('SELECT PackageID FROM v_DistributionPoint');
  const packageId = String(some?.['PackageID'] ?? '').toLowerCase();
  const [dp] = site.all('SELECT ID, ServerName FROM v_DistributionPointInfo ORDER BY ID DESC');
  const server = String(dp?.['ServerName']).toLowerCase();
  await assertSame(both, targeted, { packageId, server: '' });
  await assertSame(both, targeted, { packageId: '', server });
  await assertSame(both, siteQuery(heldVersions, catalogue), { packageId: '', server });
  await assertSame(both, siteQuery(heldVersions, catalogue), { packageId, server: '' });
  await assertSame(both, siteQuery(leftoverPairs), { dpId: 0 });
  await assertSame(both, siteQuery(leftoverPairs), { dpId: Number(dp?.['ID']) });
  await assertSame(both, missing, { countPlain: 0, staleBefore });
  const lists = listsOf(site, Number(dp?.['ID']), String(some?.['PackageID'] ?? ''));
  await assertSame(both, siteQuery(contentAgain, catalogue), lists);
  await assertSame(both, siteQuery(planPairs, catalogue), planned(site));
  await assertSame(both, siteQuery(planPlaces, catalogue), {});
  await assertSame(both, siteQuery(planTroubles, catalogue), { contactsSince: staleBefore });
  const { wanted, wantedCount } = lists;
  const sampled = { wanted, wantedCount, since: Date.UTC(2026, 0, 1) };
  await assertSame(both, siteQuery(planSamples), sampled);
  const progress = { wanted, wantedCount, since: Date.UTC(2026, 4, 1) };
  await assertSame(both, siteQuery(pairProgress, catalogue), progress);
  // As on a site that lacks every optional view.
  const bare = new Map([...catalogue].filter(([view]) => !optionalViews.has(view)));
  await assertSame(both, siteQuery(dpGroups, bare), {});
  await assertSame(both, siteQuery(packages, bare), {});
  await assertSame(both, siteQuery(impact, bare), {});
  await assertSame(both, siteQuery(pairProgress, bare), progress);
  await assertSame(both, siteQuery(heldVersions, bare), { packageId: '', server: '' });
  await assertSame(both, siteQuery(targetedContent, bare), { packageId: '', server: '' });
  await assertSame(both, siteQuery(missingContent, bare), { countPlain: 0, staleBefore });
  await assertSame(both, siteQuery(planPairs, bare), planned(site));
  await assertSame(both, siteQuery(planPlaces, bare), {});
  return [
    ...(await assertSame(both, sites, {})),
    ...(await assertSame(both, siteQuery(directContent), {})),
    ...(await assertSame(both, siteQuery(distributionPoints, catalogue), {})),
    ...(await assertSame(both, siteQuery(dpGroups, catalogue), {})),
    ...(await assertSame(both, siteQuery(packages, catalogue), {})),
    ...(await assertSame(both, siteQuery(packageTargets, catalogue), {})),
    ...(await assertSame(both, siteQuery(impact, catalogue), {})),
    ...(await assertSame(both, targeted, { packageId: '', server: '' })),
    ...(await assertSame(both, siteQuery(looseMessages, catalogue), {})),
    ...(await assertSame(both, siteQuery(siteChanges, catalogue), changesOf(site))),
    ...(await assertSame(both, siteQuery(targetPairs, catalogue), {})),
    ...(await assertSame(both, missing, { countPlain: 1, staleBefore })),
  ];
};

/** A DP, a package and a pair, by their messages; and of all messages some that are looked up by their RecordID. */
const listsOf = (site: DemoDatabase, dpId: number, packageId: string): ContentAgainParameters => {
  const wanted = wantedList([
    { dpId, packageId: '', sought: 'dp' },
    { dpId: 0, packageId, sought: 'package' },
    { dpId, packageId, sought: 'package' },
    { dpId, packageId, sought: 'all' },
  ]);
  const records = recordList(
    site
      .all('SELECT CAST(RecordID AS TEXT) AS id FROM v_StatusMessage WHERE RecordID % 3 = 0')
      .map(({ id }) => String(id)),
  );
  return {
    wanted: wanted.text,
    wantedCount: wanted.count,
    loose: records.text,
    looseCount: records.count,
    samples: records.text,
    samplesCount: records.count,
  };
};

/** Some pairs that are targeted, and one that is not. */
const planned = (site: DemoDatabase): { readonly wanted: string; readonly wantedCount: number } => {
  const rows = site.all(
    'SELECT i.ID AS ID, t.PackageID AS PackageID FROM v_DistributionPoint t JOIN v_DistributionPointInfo i ON i.NALPath = t.ServerNALPath',
  );
  const pairs = rows.slice(0, 500).map(({ ID, PackageID }) => ({
    dpId: Number(ID),
    packageId: String(PackageID),
    sought: 'package' as const,
  }));
  const list = wantedList([...pairs, { dpId: 1, packageId: 'NONE0001', sought: 'package' }]);
  return { wanted: list.text, wantedCount: list.count };
};

/** What has changed since the middle of the messages. */
const changesOf = (site: DemoDatabase): SiteChangesParameters => {
  const [row] = site.all("SELECT CAST(AVG(RecordID) AS INTEGER) || '' AS id FROM v_StatusMessage");
  const codes = site.all('SELECT DISTINCT SiteCode AS code FROM v_StatusMessage WHERE SiteCode IS NOT NULL');
  const since = sinceList(new Map(codes.map(({ code }) => [String(code), String(row?.['id'] ?? 0)])));
  const targeted = site.all('SELECT DISTINCT PackageID AS id FROM v_DistributionPoint');
  const told = packageList(targeted.map(({ id }) => String(id)));
  return {
    since: since.text,
    sinceCount: since.count,
    changedAfter: staleBefore,
    packages: told.text,
    packagesCount: told.count,
  };
};

const optionalViews = new Set(
  queryFiles().flatMap(({ optional }) => Object.values(optional).flatMap(({ needs }) => Object.keys(needs))),
);

describe('every query on PostgreSQL', () => {
  let postgres: PgliteDatabase;
  before(async function () {
    this.timeout(120_000);
    postgres = await PgliteDatabase.open();
  });
  after(() => postgres.close());

  it('gives what it gives on SQLite, for the demo site', () =>
    withSite({ seed: 4 }, async ({ database }) => {
      assert.deepEqual(
        await assertAllSame(database, postgres),
        ['sample'],
        'results without a row; this site names its DPs by their NAL paths',
      );
    })).timeout(300_000);

  it('gives what it gives on SQLite, whatever the rows say', () =>
    fc.assert(
      fc.asyncProperty(anySite, (rows) =>
        withRows(rows, async (database) => {
          await assertAllSame(database, postgres);
        }),
      ),
      runs(3, 100),
    )).timeout(1_800_000);
});
