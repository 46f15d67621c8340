import assert from 'node:assert/strict';
import { generateSite } from '../../../extension/adapters/demo/generateSite';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { readAll, readChanges } from '../../../extension/app/followSite';
import { listPairs } from '../../../extension/app/listPairs';
import { dpKey } from '../../../extension/core/content/nalPath';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { base, withSession } from './connected';

const { signal } = new AbortController();

describe('a read of a pair whose DP is gone', () => {
  it('replaces all that it brings: no pair is there twice', () =>
    withSession({}, async ({ session }) => {
      const { site, state } = session;
      assert.ok(site !== undefined && state.facts !== undefined);
      const { connection, findings } = site;
      const { inventory } = state.facts;
      const read = await readAll(connection, findings, inventory, signal);
      const packageId = inventory.packages[3]?.packageId ?? '';
      const gone = dpKey('gone.contoso.local', 'Windows NT Server');
      await readChanges(connection, findings, inventory, read, [{ packageId, dp: gone }], signal);
      const all = await findings.resolve({ kind: 'view', filter: '', except: [] }, signal);
      const ids = all.map((finding) => pairId(finding.packageId, finding.dp));
      assert.equal(new Set(ids).size, ids.length);
    })).timeout(60_000);
});

describe('what the tree lists of a site', () => {
  it('is every pair of every DP, with the verdict and reason that its facts give', () =>
    withSession({}, async ({ session }) => {
      const { truth } = await generateSite({ ...demoSiteOptions({ base }), now: base });
      const { site, state } = session;
      assert.ok(site !== undefined && state.facts !== undefined);
      const { connection, findings } = site;
      const { inventory } = state.facts;
      const wrong: string[] = [];
      let counted = 0;
      let read = await readAll(connection, findings, inventory, signal);
      for (const dp of state.index?.dps.keys() ?? []) {
        const graded = new Set((await findings.of({ dp }, signal)).map(({ packageId }) => packageId));
        const listed = await listPairs(session, { dp });
        read = await readChanges(connection, findings, inventory, read, [{ dp }], signal);
        const inFull = new Map((await findings.of({ dp }, signal)).map((one) => [one.packageId, one]));
        for (const { packageId, verdict, reason, since } of listed) {
          const full = inFull.get(packageId);
          if (!graded.has(packageId)) counted++;
          if (verdict !== full?.verdict || reason !== full.reason || since !== full.since)
            wrong.push(
              `${packageId}@${dp}: ${verdict}, ${reason}; in full ${full?.verdict}, ${full?.reason}`,
            );
        }
        const names = new Set(listed.map(({ packageId }) => pairId(packageId, dp)));
        for (const [pair, { verdict }] of truth.pairs)
          if (pair.endsWith(`@${dp}`) && !names.has(pair)) wrong.push(`${pair}, ${verdict}, is not listed`);
      }
      assert.deepEqual(wrong, []);
      assert.ok(counted > 100, `${counted} were only counted`);
    })).timeout(60_000);
});
