import assert from 'node:assert/strict';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { readAll, readChanges } from '../../extension/app/followSite';
import { refreshSite } from '../../extension/app/refreshSite';
import { pairId } from '../../extension/core/reconcile/pairId';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { withRows, type SiteRows } from '../property/siteRows';
import { readAt } from '../unit/reconcile/pairCase';
import { never } from './demoSites';

const packageId = 'P0100001';
const dp = '["Display=\\\\dp1\\"]MSWNET:["SMS_SITE=P01"]\\\\dp1\\';
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

/** A package on a DP, and twice on one that is gone: the site kept both rows. */
const rows: SiteRows = [
  ['v_Site', { SiteCode: 'P01' }],
  [
    'v_DistributionPointInfo',
    { ID: 1, NALPath: dp, ServerName: 'dp1', SiteCode: 'P01', ResourceType: 'Windows NT Server' },
  ],
  ['v_Package', { PackageID: packageId, SourceVersion: 1, PackageType: 0 }],
  ['v_StatusMessage', { RecordID: 1, MessageID: 2301, Time: '2026-05-12T12:00:00.000Z', SiteCode: 'P01' }],
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
        const told = await running.findings.explain(pairId(packageId, gone.dp), never);
        const targets = told?.evidence.filter(({ source }) => source === 'v_DistributionPoint') ?? [];
        assert.equal(targets.length, 2);
        assert.equal(whole.summary.byPackage.get(packageId)?.expected, 2);
        const followed = await readChanges(site, running.findings, inventory, whole, [], never);
        assert.deepEqual(followed.touched, []);
        assert.deepEqual(followed.summary.byPackage, whole.summary.byPackage);
      } finally {
        await running.dispose();
      }
    }));
});
