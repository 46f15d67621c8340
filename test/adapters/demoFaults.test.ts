import assert from 'node:assert/strict';
import type { DemoSiteClient } from '../../extension/adapters/demo/demoSite';
import { SiteReadError, type SiteReadFailure } from '../../extension/ports/siteReadError';
import { distributionPoints } from '../../extension/queries/distributionPoints';
import { readQuery } from '../../extension/queries/readQuery';
import { siteQuery } from '../../extension/queries/siteQuery';
import { never } from './demoSites';
import { allMessages, readRows, select, withClient } from './demoWorker';

const failureOf = async (reading: Promise<unknown>): Promise<SiteReadFailure> => {
  try {
    await reading;
  } catch (error) {
    assert.ok(error instanceof SiteReadError, String(error));
    return error.failure;
  }
  throw new assert.AssertionError({ message: 'It was read.' });
};

const readDps = ({ database }: DemoSiteClient): Promise<unknown> =>
  readQuery(database, siteQuery(distributionPoints), {}, never);

describe('faults of the demo site', () => {
  it('lack: the query is refused with the view and the column named, others are answered', () =>
    withClient({ faults: { dropColumns: { v_DistributionPointInfo: ['IsPullDP'] } } }, async (client) => {
      assert.deepEqual(await failureOf(readDps(client)), {
        kind: 'missingColumn',
        query: 'distributionPoints',
        view: 'v_DistributionPointInfo',
        columns: ['IsPullDP'],
      });
      assert.ok((await readRows(client.database, allMessages)).length > 0);
      const views = await client.database.catalogue(never);
      assert.ok(!views.get('v_DistributionPointInfo')?.has('IsPullDP'));
    }));

  it('bad value: the decoder names query, column and value', () =>
    withClient({ faults: { badValue: { column: 'DPID', value: 'twelve' } } }, async (client) => {
      const failure = await failureOf(readDps(client));
      assert.equal(failure.kind, 'decode');
      assert.match(JSON.stringify(failure), /distributionPoints.*DPID.*twelve/);
    }));

  it('half-way: rows come, then the reading fails; the next one too, and a smaller one does not', () =>
    withClient({ faults: { failAfterRows: 1200 } }, async ({ database }) => {
      for (let attempt = 0; attempt < 2; attempt++) {
        let rows = 0;
        const failure = await failureOf(
          (async () => {
            for await (const batch of database.run(allMessages, {}, never)) rows += batch.rows.length;
          })(),
        );
        assert.equal(failure.kind, 'failed');
        assert.ok(rows > 0 && rows <= 1200, `${rows} rows`);
      }
      const packages = await readRows(database, select('SELECT PackageID FROM v_Package'));
      assert.equal(packages.length, 59);
    }));

  it('one query: that one fails, others do not', () =>
    withClient({ faults: { failQuery: 'distributionPoints' } }, async (client) => {
      assert.equal((await failureOf(readDps(client))).kind, 'failed');
      assert.ok((await readRows(client.database, allMessages)).length > 0);
    }));

  it('stopped worker: the reading fails, all that follow fail at once, and the message says what to do', () =>
    withClient({ faults: { stopAfterRows: 1200 } }, async (client) => {
      const { database, cim, info } = client;
      const failures = [await failureOf(readRows(database, allMessages)), await failureOf(readDps(client))];
      for (const failure of failures) {
        assert.equal(failure.kind, 'failed');
        assert.match(JSON.stringify(failure), /has ended/);
      }
      const path = { className: 'SMS_DistributionPoint', keys: {} };
      await assert.rejects(cim.get(info.provider, path, never), /has ended/);
      await assert.rejects(database.catalogue(never), /has ended.*Refresh/);
      assert.equal(client.hasEnded(), true);
    }));

  it('none, unless they are asked for', () =>
    withClient({}, async (client) => {
      await readDps(client);
      assert.ok((await readRows(client.database, allMessages)).length > 10_000);
    }));
});
