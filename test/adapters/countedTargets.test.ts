import assert from 'node:assert/strict';
import type { DemoDatabase } from '../../extension/adapters/demo/demoDatabase';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { timeText } from '../../extension/adapters/demo/timeText';
import { readAll, readChanges } from '../../extension/app/followSite';
import { refreshSite } from '../../extension/app/refreshSite';
import type { SiteDatabase } from '../../extension/ports/siteDatabase';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { messageRows, withRows, type SiteRows } from '../property/siteRows';
import { readAt } from '../unit/reconcile/pairCase';
import { never } from './demoSites';

const dp = '["Display=\\\\dp1\\"]MSWNET:["SMS_SITE=P01"]\\\\dp1\\';
const target = (PackageID: string, changed: number): SiteRows[number] => [
  'v_DistributionPoint',
  {
    PackageID,
    ServerNALPath: dp,
    SiteCode: 'P01',
    ResourceType: 'Windows NT Server',
    Status: 2,
    LastRefreshTime: timeText(changed),
  },
];

const day = 86_400_000;
const message = (packageId: string, time: number, form: 'attributes' | 'strings'): SiteRows =>
  messageRows({ id: 2330, time, machine: 'cm01', monitoring: false }, { packageId, dp, version: null }, form);

/** One package that v_Package lists, and one that it does not: a target is all that is known of it. */
const rows: SiteRows = [
  ['v_Site', { SiteCode: 'P01' }],
  [
    'v_DistributionPointInfo',
    { ID: 1, NALPath: dp, ServerName: 'dp1', SiteCode: 'P01', ResourceType: 'Windows NT Server' },
  ],
  ['v_Package', { PackageID: 'P0100001', SourceVersion: 2, PackageType: 0, PkgSourceFlag: 2 }],
  target('P0100001', readAt - day),
  target('P0100002', readAt - day),
  ...message('P0100001', readAt - day, 'attributes'),
];

const insert = (database: DemoDatabase, more: SiteRows): void => {
  for (const [view, row] of more) database.insert(view, row);
};

/** Reads the site whole, lets this happen and refreshes: what that asked and read, and all as a read of the whole has it. */
const refreshAfter = (happens: (database: DemoDatabase, now: number) => void) =>
  withRows(rows, async (database) => {
    let now = readAt;
    const executor = new SqlExecutor(database);
    const asked: string[] = [];
    const watched: SiteDatabase = {
      catalogue: (signal) => executor.catalogue(signal),
      run: (query, parameters, signal) => {
        asked.push(query.id);
        return executor.run(query, parameters, signal);
      },
    };
    const site = {
      database: watched,
      clock: { now: () => now, sleep: () => Promise.resolve() },
      info: { siteCode: 'P01', siteName: 'P01', provider: { computer: 'cm01', namespace: 'root' } },
    };
    const [running, other] = [startFindingsInProcess(), startFindingsInProcess()];
    try {
      const before = await readAll(site, running.findings, await refreshSite(site, never), never);
      now += day;
      happens(database, now);
      const inventory = await refreshSite(site, never);
      asked.length = 0;
      const followed = await readChanges(site, running.findings, inventory, before, [], never);
      const questions = [...asked];
      const whole = await readAll(site, other.findings, inventory, never);
      assert.deepEqual({ ...followed.summary, revision: 0 }, { ...whole.summary, revision: 0 });
      return { questions, touched: followed.touched };
    } finally {
      await running.dispose();
      await other.dispose();
    }
  });

describe('a refresh that looks at targets', () => {
  it('counts them by package only where some have changed', async () => {
    const { questions } = await refreshAfter((database, now) =>
      insert(database, message('P0100001', now, 'attributes')),
    );
    assert.deepEqual(questions, ['siteChanges', 'looseMessages', 'contentAgain']);
  });

  it('reads a package whose targets came or went', async () => {
    const { questions, touched } = await refreshAfter((database, now) =>
      insert(database, [target('P0100003', now)]),
    );
    assert.ok(questions.includes('packageTargets'));
    assert.deepEqual(touched, [{ packageId: 'P0100003' }]);
  });

  it('knows a package by its targets alone where a message names it in its strings', async () => {
    const { touched } = await refreshAfter((database, now) =>
      insert(database, message('P0100002', now, 'strings')),
    );
    assert.deepEqual(touched, [{ packageId: 'P0100002', dp: 'dp1|windows nt server' }]);
  });
});
