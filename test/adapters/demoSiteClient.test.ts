import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DemoSiteClient, demoSiteOptions } from '../../extension/adapters/demo/demoSite';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { CimError } from '../../extension/ports/cim';
import type { SqlRow } from '../../extension/ports/siteDatabase';
import { SiteReadError } from '../../extension/ports/siteReadError';
import { never, now, withSite } from './demoSites';
import { allMessages, longQuery, readRows, select, withClient, workerFile } from './demoWorker';

/** Milliseconds from an abort until the caller has its answer. */
const freedAfter = async (cancel: AbortController, reading: Promise<unknown>): Promise<number> => {
  const began = performance.now();
  cancel.abort();
  await assert.rejects(reading, (error) => error instanceof SiteReadError && error.kind === 'cancelled');
  return performance.now() - began;
};

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('demo site in its worker', () => {
  it('streams the rows that the site has, in batches of at most 500', () =>
    withClient({ release: '1806' }, async ({ database }) => {
      const seen: SqlRow[] = [];
      for await (const { result, rows } of database.run(allMessages, {}, never)) {
        assert.equal(result, 'rows');
        assert.ok(rows.length <= 500);
        seen.push(...rows);
      }
      await withSite({}, async (site) => {
        assert.deepEqual(seen, await readRows(new SqlExecutor(site.database), allMessages));
      });
    }));

  it('tells the views and columns of its release', () =>
    withClient({ release: '1806' }, async ({ database }) => {
      const views = await database.catalogue(never);
      assert.ok(views.get('v_DistributionPointInfo')?.has('NALPath'));
      assert.ok(!views.get('v_DistributionPointInfo')?.has('MaintenanceMode'));
    }));

  it('lets the caller of a long query go at once, answers nothing late and works on', () =>
    withClient({}, async ({ database }) => {
      const cancel = new AbortController();
      const reading = readRows(database, longQuery, cancel.signal);
      await sleep(200);
      const freed = await freedAfter(cancel, reading);
      assert.ok(freed < 50, `${freed} ms`);
      const [row] = await readRows(database, select('SELECT COUNT(*) AS n FROM v_Package'));
      assert.equal(row?.['n'], 59);
    }));

  it('cancels what waits behind a long query as quickly', () =>
    withClient({}, async ({ database }) => {
      const first = new AbortController();
      const second = new AbortController();
      const long = readRows(database, longQuery, first.signal);
      await sleep(100);
      const waiting = readRows(database, allMessages, second.signal);
      await sleep(50);
      assert.ok((await freedAfter(second, waiting)) < 50);
      assert.ok((await freedAfter(first, long)) < 50);
    }));

  it('keeps nothing of a reading that was broken off', () =>
    withClient({}, async ({ database }) => {
      for await (const batch of database.run(allMessages, {}, never)) {
        assert.ok(batch.rows.length > 0);
        break;
      }
      // Its own result is there.
      const kept = select('SELECT COUNT(*) AS n FROM sqlite_temp_master');
      assert.deepEqual(await readRows(database, kept), [{ n: 1 }]);
    }));

  it('reads two queries side by side without mixing their rows', () =>
    withClient({}, async ({ database }) => {
      const packages = select('SELECT PackageID FROM v_Package ORDER BY PackageID');
      const alone = [await readRows(database, packages), await readRows(database, allMessages)];
      const together = await Promise.all([readRows(database, packages), readRows(database, allMessages)]);
      assert.deepEqual(together, alone);
    }));

  it('carries writes to the provider, its refusals and what has changed since', () =>
    withClient({}, async (client) => {
      const { cim, info, database } = client;
      const [target] = await readRows(
        database,
        select(`SELECT PackageID, ServerNALPath, SiteCode FROM v_DistributionPoint
          WHERE ServerNALPath LIKE '%DPHAM01%' ORDER BY PackageID`),
      );
      const keys = target as Readonly<Record<string, string>>;
      const path = { className: 'SMS_DistributionPoint', keys };
      const changed: unknown[] = [];
      client.onDidChange((scopes) => changed.push(...scopes));
      await cim.put(info.provider, path, { RefreshNow: true }, never);
      await client.advance(3_600_000);
      const dp = 'dpham01.contoso.local|windows nt server';
      assert.deepEqual(changed[0], { packageId: keys['PackageID'], dp });
      assert.equal(client.clock.now(), now + 3_600_000);
      const since = select(`SELECT MessageID FROM v_StatusMessage
        WHERE Time > '${new Date(now).toISOString()}' AND MessageID = 2330`);
      assert.ok((await readRows(database, since)).length > 0);
      const gone = { ...path, keys: { ...keys, PackageID: 'PS1ZZZZZ' } };
      assert.equal(await cim.get(info.provider, gone, never), undefined);
      await assert.rejects(
        cim.put(info.provider, gone, { RefreshNow: true }, never),
        (error) => error instanceof CimError && error.kind === 'notFound' && /PS1ZZZZZ/.test(error.message),
      );
    }));

  it('begins its time when it is open, however long that takes', async () => {
    const options = demoSiteOptions({ base: now, speed: 60 });
    await sleep(100);
    const client = await DemoSiteClient.start(workerFile, options, never);
    const ahead = client.clock.now() - now;
    await client.close();
    assert.ok(ahead >= 0 && ahead < 60 * 1000, `${ahead} ms of the site's time`);
  });

  it('stops opening when that is cancelled', async () => {
    const cancel = new AbortController();
    const opening = DemoSiteClient.start(workerFile, demoSiteOptions({ size: 'medium' }), cancel.signal);
    setTimeout(() => cancel.abort(), 1000);
    const began = performance.now();
    await assert.rejects(opening, /cancelled/);
    assert.ok(performance.now() - began < 3000, 'it does not wait for the site to be generated');
  });

  it('says that its worker cannot be started, and what to do', async () => {
    const file = path.join(__dirname, 'noSuchWorker.js');
    await assert.rejects(
      DemoSiteClient.start(file, demoSiteOptions(), never),
      /The demo site failed.*noSuchWorker.*open it again/s,
    );
  });

  it('is bundled with its database engine beside it, and gives the same rows', async () => {
    const bundle = path.join(__dirname, '../../dist/workers/demoSite.js');
    assert.ok(existsSync(bundle), 'Run npm run build first.');
    const options = { seed: 7 };
    let fromSource: readonly SqlRow[] = [];
    await withClient(options, async ({ database }) => {
      fromSource = await readRows(database, allMessages);
    });
    await withClient(
      options,
      async ({ database }) => assert.deepEqual(await readRows(database, allMessages), fromSource),
      bundle,
    );
  });
});
