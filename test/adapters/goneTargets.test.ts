import assert from 'node:assert/strict';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { readAll, readChanges } from '../../extension/app/followSite';
import { refreshSite } from '../../extension/app/refreshSite';
import { pairId } from '../../extension/core/reconcile/pairId';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { timeText } from '../../extension/adapters/demo/timeText';
import { messageRows, withRows, type SiteRows } from '../property/siteRows';
import { readAt } from '../unit/reconcile/pairCase';
import { never } from './demoSites';

const packageId = 'P0100001';
const dp = '["Display=\\\\dp1\\"]MSWNET:["SMS_SITE=P01"]\\\\dp1\\';
const copied = { LastCopied: '2026-05-12T12:00:00.000Z', SummaryDate: '2026-05-12T12:00:00.000Z' };
const target = (ServerNALPath: string): SiteRows[number] => [
  'v_DistributionPoint',
  {
    PackageID: packageId,
    ServerNALPath,
    SiteCode: 'P01',
    ResourceType: 'Windows NT Server',
    Status: 2,
    LastRefreshTime: '2026-05-12T12:00:00.000Z',
  },
];

const at = (hour: number): number => Date.UTC(2026, 5, 1, hour);
const told = { packageId: null, dp, version: null };
const monitored = { machine: 'dp1', monitoring: true };

/** A package that is plainly validated on a DP, and is targeted twice to one that is gone: the site kept both rows. */
const rows: SiteRows = [
  ['v_Site', { SiteCode: 'P01' }],
  [
    'v_DistributionPointInfo',
    {
      ID: 1,
      NALPath: dp,
      ServerName: 'dp1',
      SiteCode: 'P01',
      ResourceType: 'Windows NT Server',
      HealthCheckEnabled: 1,
    },
  ],
  [
    'v_Package',
    {
      PackageID: packageId,
      SourceVersion: 2,
      PackageType: 0,
      PkgSourceFlag: 2,
      PkgFlags: 0,
      ActionInProgress: 0,
    },
  ],
  ['v_SmsPackage', { PkgID: packageId, StoredPkgVersion: 2, Action: 0, SourceSize: 100 }],
  ['vSMS_Content', { PkgID: packageId }],
  [
    'v_PackageStatusDistPointsSumm',
    { PackageID: packageId, ServerNALPath: dp, SiteCode: 'P01', State: 0, SourceVersion: 2, ...copied },
  ],
  [
    'vSMS_DistributionDPStatus',
    {
      PackageID: packageId,
      DPID: 1,
      MessageID: 2384,
      MessageState: 1,
      LastStatusID: 1,
      LastUpdateDate: timeText(at(3)),
    },
  ],
  ['v_ContentDistribution', { PkgID: packageId, DPID: 1, StateGroup: 1 }],
  ...messageRows({ id: 2384, time: at(3), ...monitored }, { ...told, packageId }, 'attributes', 1),
  ...messageRows({ id: 2393, time: at(2), ...monitored }, told, 'attributes', 2),
  ...messageRows({ id: 2386, time: at(4), ...monitored }, told, 'attributes', 3),
  target(dp),
  target('\\\\gone\\'),
  target('\\\\gone\\'),
];

describe('content targeted twice to a DP that is gone', () => {
  it('is one finding that names both rows, and counts as that after a refresh, too', () =>
    withRows(rows, async (database) => {
      const site = {
        database: new SqlExecutor(database),
        clock: { now: () => readAt, sleep: () => Promise.resolve() },
        info: { siteCode: 'P01', siteName: 'P01', provider: { computer: 'cm01', namespace: 'root' } },
      };
      const running = startFindingsInProcess();
      try {
        const inventory = await refreshSite(site, never);
        const whole = await readAll(site, running.findings, inventory, never);
        const all = await running.findings.resolve({ kind: 'view', filter: '', except: [] }, never);
        const [gone, ...more] = all.filter(({ verdict }) => verdict === 'dpGone');
        assert.ok(gone !== undefined && more.length === 0);
        const explained = await running.findings.explain(pairId(packageId, gone.dp), never);
        const targets = explained?.evidence.filter(({ source }) => source === 'v_DistributionPoint') ?? [];
        assert.equal(targets.length, 2);
        assert.equal(whole.summary.byPackage.get(packageId)?.validated, 1);
        const followed = await readChanges(site, running.findings, inventory, whole, [], never);
        assert.deepEqual(followed.touched, []);
        assert.deepEqual(followed.summary.byPackage, whole.summary.byPackage);
      } finally {
        await running.dispose();
      }
    }));
});
