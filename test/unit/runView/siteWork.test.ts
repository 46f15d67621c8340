import assert from 'node:assert/strict';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { changedWork, siteWork } from '../../../extension/core/runView/siteWork';
import { runAt, runPlan } from '../../webview/support/runs';

const plan = runPlan(24);

describe('what runs do at a site', () => {
  it('counts for each DP what has ended, and says of each pair how far it is', () => {
    const work = siteWork([runAt(plan, 5, 3, 10)]);
    const [first, , , , , under, , , last] = plan.steps;
    assert.ok(first?.dp && under?.dp && last?.dp);
    assert.deepEqual(work.dps.get(first.dp), { ended: 1, steps: 2 });
    assert.deepEqual(work.pairs.get(pairId(under.packageId, under.dp)), {
      standing: 'underWay',
      percent: 25,
    });
    assert.deepEqual(work.pairs.get(pairId(last.packageId, last.dp)), {
      standing: 'waiting',
      percent: undefined,
    });
    assert.equal(work.pairs.has(pairId(first.packageId, first.dp)), false);
  });

  it('says nothing of DPs and packages whose steps have all ended', () => {
    const work = siteWork([runAt(plan, 24, 0, 10)]);
    assert.deepEqual([work.dps.size, work.packages.size, work.pairs.size], [0, 0, 0]);
  });

  it('tells just the DPs and packages whose words change', () => {
    const before = siteWork([runAt(plan, 5, 3, 10)]);
    assert.deepEqual(changedWork(before, before), { dps: new Set(), packages: new Set() });
    const { dps, packages } = changedWork(before, siteWork([runAt(plan, 6, 2, 11)]));
    const ended = plan.steps[5];
    assert.ok(ended?.dp);
    assert.deepEqual([...packages], [ended.packageId]);
    assert.deepEqual([...dps], [ended.dp]);
  });
});
