import assert from 'node:assert/strict';
import { identifySite } from '../../extension/app/identifySite';
import type { SqlServerDatabase } from '../../extension/adapters/sql/sqlServerDatabase';
import { findMissing, type MissingRead } from '../../extension/app/findMissing';
import { refreshSite, unlessLacking } from '../../extension/app/refreshSite';
import { schemaGaps } from '../../extension/core/connection/schemaGap';
import type { SiteInventory } from '../../extension/core/content/siteInventory';
import type { Finding } from '../../extension/core/reconcile/finding';
import { scopeWords } from '../../extension/core/reconcile/sourceWords';
import { featureNeeds } from '../../extension/queries/features';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { never } from '../contract/asking';
import { defaultOptions } from '../support/tds/options';
import { allRights, type Rights } from '../support/tds/rights';
import { startTdsServer } from '../support/tds/startTdsServer';
import { openOn } from './sqlServers';

interface Shown {
  readonly database: SqlServerDatabase;
  readonly inventory: SiteInventory;
  /** undefined: the facts of pairs could not be read at all. */
  readonly read: MissingRead | undefined;
  readonly findings: ReadonlyMap<string, Finding>;
}

/** What a login with these rights is shown of the demo site. */
const withRights = async (
  rights: Partial<Rights>,
  use: (shown: Shown) => Promise<void> | void,
  userSids = '',
): Promise<void> => {
  const server = await startTdsServer({ rights: { ...allRights, ...rights } });
  const database = await openOn(server, { userSids, requestTimeout: 30_000 });
  const running = startFindingsInProcess();
  try {
    const info = await identifySite(database, { database: 'CM_P01', siteCode: 'PS1' }, never);
    const clock = { now: () => defaultOptions.site.now, sleep: () => Promise.resolve() };
    const inventory = await refreshSite({ database, clock, info }, never);
    const read = await unlessLacking(findMissing({ database, clock }, running.findings, inventory, never));
    const selected =
      read && (await running.findings.resolve({ kind: 'view', filter: '', except: [] }, never));
    const findings = new Map((selected ?? []).map((one) => [`${one.packageId}@${one.dp}`, one]));
    await use({ database, inventory, read, findings });
  } finally {
    await running.dispose();
    await database.close();
    await server.close();
  }
};

describe('rights on a site database', function () {
  this.timeout(60_000);
  let whole: Shown;
  before(() => withRights({}, (shown) => void (whole = shown)));

  const because = async ({ database }: Shown, feature: string): Promise<string> =>
    schemaGaps(featureNeeds, await database.catalogue(never)).find((gap) => gap.feature === feature)
      ?.because ?? '';

  it('that are whole leave nothing unknown', () => {
    assert.deepEqual(whole.inventory.notRead, []);
    assert.deepEqual(whole.inventory.scoped, []);
    assert.ok((whole.read?.summary.site.expected ?? 0) > 300);
  });

  it('that lack one view, or one column, leave just that unknown, and name the right', async () => {
    const denied = { vSMS_DistributionJob: 'view', v_ContentDistribution: ['StateGroup'] } as const;
    await withRights({ denied }, async (shown) => {
      assert.deepEqual([...(shown.read?.facts.notRead ?? [])].sort(), ['contentStates', 'jobs']);
      assert.equal(shown.read?.summary.site.expected, whole.read?.summary.site.expected);
      const gap = await because(shown, 'Missing content');
      assert.match(gap, /no right to read vSMS_DistributionJob \(SELECT\)/);
      assert.match(gap, /no right to read column StateGroup of v_ContentDistribution/);
    });
  });

  const cores: readonly (readonly [view: string, feature: string, tellsRights: boolean])[] = [
    ['v_Site', 'The site', true],
    ['v_Site', 'The site', false],
    ['v_DistributionPointInfo', 'The list of distribution points', true],
    ['v_DistributionPoint', 'Missing content', true],
    ['v_StatusMessage', 'Missing content', true],
    ['v_SmsPackage', 'The list of packages', false],
  ];
  for (const [view, feature, tellsRights] of cores)
    it(`that lack ${view} open the site with all else${tellsRights ? '' : ', also where they are not told'}`, () =>
      withRights({ denied: { [view]: 'view' }, tellsRights }, async (shown) => {
        const { siteCode, distributionPoints, packages, groups } = shown.inventory;
        assert.equal(siteCode, 'PS1');
        assert.equal(distributionPoints.length > 0, view !== 'v_DistributionPointInfo');
        assert.equal(packages.length > 0, view !== 'v_SmsPackage');
        assert.ok(groups.length > 0);
        assert.equal(shown.read === undefined, view !== 'v_Site');
        if (tellsRights) assert.match(await because(shown, feature), new RegExp(`no right to read ${view}`));
      }));

  describe('by role', () => {
    const userSids = '16777217';
    /** A part of the packages, and the DPs of a part of the servers. */
    const byRole = {
      v_Package: "substr(PackageID, 8, 1) < '5'",
      v_DistributionPointInfo: 'ID % 2 = 0',
      v_DistributionPoint: "substr(PackageID, 8, 1) < '8'",
    };

    it('show a list that says so, and what they cut off is unknown, never absent', () =>
      withRights(
        { byRole, userSids },
        ({ inventory, read, findings }) => {
          assert.deepEqual([...(inventory.scoped ?? [])].sort(), [
            'distributionPoints',
            'packages',
            'targets',
          ]);
          assert.match(
            scopeWords(inventory.scoped) ?? '',
            /roles of the account.*targets.*unknown, not absent/,
          );
          const { packages, distributionPoints } = inventory;
          assert.ok(packages.length > 0 && packages.length < whole.inventory.packages.length);
          assert.ok(distributionPoints.length < whole.inventory.distributionPoints.length);
          assert.ok(read !== undefined && findings.size > 100);
          const listed = new Set(packages.map(({ packageId }) => packageId));
          const dps = new Set(distributionPoints.map(({ key }) => key));
          let cut = 0;
          for (const [pair, { verdict, packageId, dp }] of findings) {
            const before = whole.findings.get(pair)?.verdict;
            if (!listed.has(packageId) || !dps.has(dp)) {
              cut++;
              // What is said of the pair itself stays: that it is being removed, and the like.
              assert.ok(verdict === 'unread' || verdict === before, `${pair} ${verdict} ${String(before)}`);
              assert.ok(verdict !== 'deleted' && verdict !== 'dpGone', pair);
            }
            assert.ok(verdict !== 'notTargeted', pair);
          }
          assert.ok(cut > 50, `${cut} pairs`);
          const kept = [...findings].filter(([, { verdict }]) => verdict !== 'unread');
          assert.ok(kept.length > 50, `${kept.length} pairs are known`);
        },
        userSids,
      ));

    it('show nothing to a user whom they do not know, and that is no proof of an empty site', () =>
      withRights(
        { byRole, userSids },
        ({ inventory, findings }) => {
          assert.deepEqual(inventory.packages, []);
          assert.ok(inventory.scoped?.includes('packages'));
          assert.deepEqual(
            [...findings.values()].filter(({ verdict }) => verdict === 'deleted'),
            [],
          );
        },
        'nobody',
      ));

    it('are asked for only by a connection that names the user', () =>
      withRights({ byRole, userSids }, async (shown) => {
        assert.ok(shown.inventory.notRead?.includes('packages'));
        assert.deepEqual(shown.inventory.scoped, []);
        assert.match(
          await because(shown, 'The list of packages'),
          /no view v_Package, or this account may not/,
        );
      }));
  });
});
