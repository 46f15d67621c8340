import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allCases } from '../../extension/adapters/demo/cases/allCases';
import type { GeneratedSite } from '../../extension/adapters/demo/generateSite';
import { anyRelease, anySeed, now, runs, storiesOf, withSite } from './demoSites';

const caseIds = allCases.map(({ id }) => id).sort();

/** A SELECT that finds at least one row: how the site's own views show what must be told apart. */
const visible: readonly (readonly [string, string])[] = [
  ['a hash that failed', 'SELECT 1 FROM v_StatusMessage WHERE MessageID = 2382'],
  ['missing files', 'SELECT 1 FROM v_StatusMessage WHERE MessageID = 2385'],
  ['missing or corrupt packages', 'SELECT 1 FROM v_StatusMessage WHERE MessageID = 2383'],
  ['lists that disagree', 'SELECT 1 FROM v_StatusMessage WHERE MessageID = 2388'],
  ['a cancelled distribution', 'SELECT 1 FROM v_StatusMessage WHERE MessageID = 9506'],
  ['a removal by hand', 'SELECT 1 FROM v_StatusMessage WHERE MessageID = 2331'],
  ['a pull DP', 'SELECT 1 FROM v_DistributionPointInfo WHERE IsPullDP = 1'],
  ['a cloud DP', `SELECT 1 FROM v_DistributionPointInfo WHERE ResourceType = 'Windows Azure'`],
  [
    'a DP on the site server',
    'SELECT 1 FROM v_DistributionPointInfo i JOIN v_Site s ON s.ServerName = i.ServerName',
  ],
  [
    'DP1 beside DP10 and the dp1 of another domain',
    `SELECT 1 FROM v_DistributionPointInfo a, v_DistributionPointInfo b, v_DistributionPointInfo c
     WHERE a.ServerName LIKE 'DP1.contoso.%' AND b.ServerName LIKE 'DP10.contoso.%'
     AND c.ServerName LIKE 'DP1.%' AND c.ServerName NOT LIKE '%.contoso.%'`,
  ],
  ['a DP without a domain', `SELECT 1 FROM v_DistributionPointInfo WHERE ServerName NOT LIKE '%.%'`],
  [
    'NAL paths with a display part',
    `SELECT 1 FROM v_DistributionPoint WHERE ServerNALPath LIKE '["Display=%'`,
  ],
  ['NAL paths without one', `SELECT 1 FROM v_DistributionPoint WHERE ServerNALPath LIKE 'MSWNET:%'`],
  ['validation switched off', 'SELECT 1 FROM v_DistributionPointInfo WHERE HealthCheckEnabled = 0'],
  ['names with double quotes', `SELECT 1 FROM v_Package WHERE Name LIKE '%"%'`],
  ['names with single quotes', `SELECT 1 FROM v_Package WHERE Name LIKE '%''%'`],
  ['names with percent signs', `SELECT 1 FROM v_Package WHERE Name LIKE '%!%%' ESCAPE '!'`],
  ['names with brackets', `SELECT 1 FROM v_Package WHERE Name LIKE '%[%]%'`],
  ['names with underscores', `SELECT 1 FROM v_Package WHERE Name LIKE '%!_%' ESCAPE '!'`],
  ['names of non-Latin letters', `SELECT 1 FROM v_Package WHERE unicode(trim(Name)) > 0x370`],
  [
    'rows doubled by a DP reassignment',
    `SELECT 1 FROM v_DistributionPoint a JOIN v_DistributionPoint b ON b.PackageID = a.PackageID
     AND b.SiteCode <> a.SiteCode JOIN v_DistributionPointInfo i ON i.NALPath = a.ServerNALPath
     AND b.ServerNALPath LIKE '%\\' || i.ServerName || '\\'`,
  ],
  ['targets that are being deleted', 'SELECT 1 FROM v_DistributionPoint WHERE Status = 3'],
  [
    'a target whose DP is gone',
    `SELECT 1 FROM v_DistributionPoint t WHERE NOT EXISTS
     (SELECT 1 FROM v_DistributionPointInfo i WHERE i.NALPath = t.ServerNALPath) AND t.SiteCode = 'PS1'`,
  ],
  [
    'rows of a deleted package',
    `SELECT 1 FROM v_DistributionPoint t WHERE NOT EXISTS
     (SELECT 1 FROM v_Package p WHERE p.PackageID = t.PackageID)`,
  ],
  [
    'group content that was never targeted to a member',
    `SELECT 1 FROM v_DPGroupPackages g JOIN v_DPGroupMembers m ON m.GroupID = g.GroupID WHERE NOT EXISTS
     (SELECT 1 FROM v_DistributionPoint t WHERE t.PackageID = g.PkgID AND t.ServerNALPath = m.DPNALPath)`,
  ],
  [
    'content that waits to be prestaged, on a DP that allows it',
    `SELECT 1 FROM vSMS_DistributionDPStatus s JOIN v_DistributionPointInfo i ON i.ID = s.DPID
     WHERE s.MessageID = 2371 AND i.PreStagingAllowed = 1`,
  ],
  ['a stalled job', 'SELECT 1 FROM vSMS_DistributionJob WHERE State IN (4, 8) AND RetryCount > 0'],
  ['a group without members', 'SELECT 1 FROM v_SMS_DistributionPointGroup WHERE MemberCount = 0'],
  ['RecordIDs beyond 2^53', 'SELECT 1 FROM v_StatusMessage WHERE RecordID > 9007199254740992'],
  [
    'a 2384 without insertion strings',
    `SELECT 1 FROM v_StatusMessage m WHERE m.MessageID = 2384 AND NOT EXISTS
     (SELECT 1 FROM v_StatMsgInsStrings s WHERE s.RecordID = m.RecordID)`,
  ],
  [
    'a monitoring message without its DP attribute',
    `SELECT 1 FROM v_StatusMessage m WHERE m.MessageID = 2386 AND NOT EXISTS
     (SELECT 1 FROM v_StatMsgAttributes a WHERE a.RecordID = m.RecordID AND a.AttributeID = 404)`,
  ],
  [
    'a MachineName in another case than the server',
    `SELECT 1 FROM v_StatusMessage m JOIN v_DistributionPointInfo i ON i.ServerName = m.MachineName
     AND i.ServerName COLLATE BINARY <> m.MachineName COLLATE BINARY`,
  ],
  [
    'a bare server name in place of the NAL path',
    `SELECT 1 FROM v_StatMsgWithInsStrings WHERE MessageID = 2386 AND InsString1 NOT LIKE '%\\%'`,
  ],
];

const assertAllVisible = ({ database }: GeneratedSite): void => {
  const hidden = visible.filter(([, sql]) => database.all(`${sql} LIMIT 1`).length === 0);
  assert.deepEqual(
    hidden.map(([what]) => what),
    [],
  );
};

describe('cases of the demo site', () => {
  it('all occur in every small site, as the truth tells and as the rows show', () =>
    fc.assert(
      fc.asyncProperty(anySeed, anyRelease, (seed, release) =>
        withSite({ seed, release }, (site) => {
          const told = new Set([
            ...Array.from(site.truth.pairs.values(), (pair) => pair.case),
            ...site.truth.notExpected.values(),
          ]);
          assert.deepEqual([...told].sort(), caseIds);
          assertAllVisible(site);
        }),
      ),
      runs(6, 100),
    ));

  it('all occur in every medium site', () =>
    fc.assert(
      fc.property(anySeed, (seed) => {
        const told = new Set<string>();
        for (const { shows } of storiesOf({ size: 'medium', seed })) told.add(shows.id);
        assert.deepEqual([...told].sort(), caseIds);
      }),
      runs(2, 20),
    )).timeout(900_000);

  it('are there in the documented number of DPs and packages', () =>
    withSite({}, ({ database, model }) => {
      const count = (sql: string): unknown => database.all(`SELECT COUNT(*) AS n FROM ${sql}`)[0]?.['n'];
      assert.equal(count('v_DistributionPointInfo'), 12);
      assert.equal(model.packages.length, 60);
      assert.equal(count('v_Package'), 59, 'all but the deleted one');
    }));

  it('leave an empty site empty: packages, and nothing that they could lie on', () =>
    withSite({ size: 'empty' }, ({ database, truth }) => {
      assert.equal(truth.pairs.size, 0);
      for (const view of ['v_DistributionPointInfo', 'v_DistributionPoint', 'v_StatusMessage'])
        assert.deepEqual(database.all(`SELECT 1 FROM ${view}`), []);
      assert.ok(database.all('SELECT 1 FROM v_Package').length > 0);
    }));

  it('happened before the truth was told, and RecordIDs grow with time', () =>
    fc.assert(
      fc.asyncProperty(anySeed, (seed) =>
        withSite({ seed }, ({ database }) => {
          const until = new Date(now).toISOString();
          assert.deepEqual(database.all('SELECT 1 FROM v_StatusMessage WHERE Time > ? LIMIT 1', [until]), []);
          const disorder = `SELECT 1 FROM (SELECT Time, LAG(Time) OVER (ORDER BY RecordID) AS Before
            FROM v_StatusMessage) WHERE Before > Time LIMIT 1`;
          assert.deepEqual(database.all(disorder), []);
        }),
      ),
      runs(3, 50),
    ));
});
