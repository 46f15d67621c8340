import assert from 'node:assert/strict';
import { demoSiteOptions } from '../../extension/adapters/demo/demoSite';
import { connectToServer } from '../support/demoServer/connectToServer';
import { startDemoServer } from '../support/demoServer/startDemoServer';
import { never, now } from './demoSites';
import { allMessages, readRows, select } from './demoWorker';

describe('demo site in a process of its own', () => {
  it('outlives its clients, who see the same site and what was asked of it', async () => {
    const server = await startDemoServer(demoSiteOptions({ base: now, speed: 0 }));
    try {
      const first = await connectToServer(server.port);
      const [target] = await readRows(
        first.database,
        select(`SELECT PackageID, ServerNALPath, SiteCode FROM v_DistributionPoint
          WHERE ServerNALPath LIKE '%DPHAM01%' ORDER BY PackageID`),
      );
      const keys = target as Readonly<Record<string, string>>;
      const path = { className: 'SMS_DistributionPoint', keys };
      await first.cim.put(first.info.provider, path, { RefreshNow: true }, never);
      await first.advance(3_600_000);
      await first.close();
      await assert.rejects(first.cim.get(first.info.provider, path, never), /was closed/);

      const second = await connectToServer(server.port);
      assert.equal(second.clock.now(), now + 3_600_000);
      assert.deepEqual(
        (await second.requests()).map(({ verb, hit }) => [verb, hit]),
        [['put', 1]],
      );
      assert.ok((await readRows(second.database, allMessages)).length > 10_000);
      await second.close();
    } finally {
      await server.stop();
    }
  });
});
