import assert from 'node:assert/strict';
import { openDemoDatabase } from '../../extension/adapters/demo/demoDatabase';
import { viewsOf } from '../../extension/adapters/demo/schema';
import type { Release } from '../../extension/protocol/demoSite';

describe('demo schema', () => {
  for (const release of ['1806', 'current'] as const satisfies readonly Release[])
    it(`has exactly the views and columns listed for release ${release}`, async () => {
      const database = await openDemoDatabase(release);
      const created = Array.from(database.catalogue(), ([view, columns]) => [view, [...columns].sort()]);
      const listed = Array.from(viewsOf(release), ([view, columns]) => [view, [...columns.keys()].sort()]);
      assert.deepEqual(new Map(created as []), new Map(listed as []));
      database.close();
    });
});
