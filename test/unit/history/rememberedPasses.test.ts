import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeSnapshot } from '../../../extension/core/history/decodeSnapshot';
import { encodeSnapshot } from '../../../extension/core/history/encodeSnapshot';
import { noPasses, recaller, rememberPasses } from '../../../extension/core/history/rememberedPasses';
import type { PairFacts } from '../../../extension/core/reconcile/pairFacts';
import { anyPasses, dpOf, pair, snapshotOf, versionOf } from './snapshots';

const facts = (packageId: string, dp: PairFacts['dp']): PairFacts => ({
  packageId,
  dp,
  nalPath: '',
  siteCode: 'P01',
  inGroup: false,
  target: undefined,
  surplusTargets: [],
  summary: undefined,
  status: undefined,
  stateGroup: undefined,
  validated: undefined,
  jobs: [],
  messages: [],
  hasContent: true,
});

describe('passes that are remembered', () => {
  it('are given back to their pairs, in the version of their read and never newer than they were', () =>
    fc.assert(
      fc.property(anyPasses(), (passes) => {
        const { passes: kept } = decodeSnapshot(encodeSnapshot(snapshotOf([], passes)));
        const recall = recaller(kept, undefined);
        for (const { packageId, dp, time } of passes) {
          const version = versionOf(packageId);
          const second = Math.floor(time / 1000) * 1000;
          assert.deepEqual(
            recall(facts(packageId, dp)).rememberedPass,
            version === undefined ? undefined : { time: second, version },
          );
        }
        for (let number = 0; number < 12; number++)
          for (let dp = 0; dp < 15; dp++) {
            const { packageId } = pair(number, dp, 'missing');
            if (passes.some((one) => one.packageId === packageId && one.dp === dpOf(dp))) continue;
            assert.equal(recall(facts(packageId, dpOf(dp))).rememberedPass, undefined);
          }
      }),
    ));

  it('are left alone where the site still keeps the messages of their time', () => {
    const { packageId, dp } = pair(1, 1, 'validated');
    const passes = rememberPasses([{ packageId, dp, time: 60_000 }], versionOf);
    const recalled = (oldest: number | undefined): boolean =>
      recaller(passes, oldest)(facts(packageId, dp)).rememberedPass !== undefined;
    assert.deepEqual([undefined, 60_001, 60_000, 1000].map(recalled), [true, true, false, false]);
  });

  it('are none in a snapshot that was kept before there were any', () => {
    const text = encodeSnapshot(snapshotOf([pair(1, 2, 'missing')]));
    assert.ok(!text.includes('passes'));
    assert.deepEqual(decodeSnapshot(text).passes, noPasses);
  });

  it('are bounded: the newest stay', () => {
    const seen = Array.from({ length: 120_000 }, (_, index) => ({
      ...pair(index % 1000, Math.floor(index / 1000), 'validated'),
      time: 1000 * ((index * 7919) % 120_000),
    }));
    const { seconds } = rememberPasses(seen, () => 1);
    assert.equal(seconds.length, 100_000);
    assert.equal(
      seconds.reduce((least, second) => Math.min(least, second), Infinity),
      20_000,
    );
  });
});
