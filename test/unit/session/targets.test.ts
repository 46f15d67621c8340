import assert from 'node:assert/strict';
import { generateSite } from '../../../extension/adapters/demo/generateSite';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { readTargets } from '../../../extension/app/readTargets';
import type { PairId } from '../../../extension/core/reconcile/pairId';
import { fetchMatrix } from '../matrix/fetchMatrix';
import { base, withSession } from './connected';

const { signal } = new AbortController();
const whole = { filter: '', order: 'name' } as const;

describe('the heat map of a site', () => {
  it('has the true verdict in each cell, and nothing where nothing is expected', () =>
    withSession({}, async ({ session }) => {
      const { truth } = await generateSite({ ...demoSiteOptions({ base }), now: base });
      assert.ok(session.site);
      const { matrix } = session.site.findings;
      await readTargets(session, signal);
      const map = await fetchMatrix(matrix, whole);
      assert.equal(map.axes.open, 0);
      const wrong: string[] = [];
      const met = new Set<PairId>();
      for (const row of map.axes.packages.keys())
        for (const column of map.axes.dps.keys()) {
          const pair = map.pair({ row, column });
          const cell = map.cell({ row, column });
          if (pair === undefined || cell === 'none') continue;
          met.add(pair);
          // What is being removed is no longer expected, and still shown.
          if (!truth.pairs.has(pair) && (cell === 'removing' || cell === 'removeFailed')) continue;
          if (truth.pairs.get(pair)?.verdict !== cell)
            wrong.push(`${pair} is ${cell}, in truth ${truth.pairs.get(pair)?.verdict}`);
        }
      for (const pair of truth.pairs.keys()) if (!met.has(pair)) wrong.push(`${pair} is not drawn`);
      assert.deepEqual(wrong, []);
    })).timeout(60_000);

  it('says what could not be read, and is as it was', () =>
    withSession({}, async ({ session, suffer }) => {
      assert.ok(session.site);
      const { matrix } = session.site.findings;
      const { stamp } = await matrix.open(whole, signal);
      suffer({ failQuery: 'targetPairs' });
      await assert.rejects(readTargets(session, signal), /targetPairs/);
      assert.equal((await matrix.open(whole, signal)).stamp, stamp);
    })).timeout(60_000);
});
