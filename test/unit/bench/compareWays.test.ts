import assert from 'node:assert/strict';
import type { TruthOfPair } from '../../../extension/adapters/demo/site/truth';
import type { PairId } from '../../../extension/core/reconcile/pairId';
import { dpKey } from '../../../extension/core/content/nalPath';
import { askPeers } from '../../support/reconcile/askPeers';
import { benchOptions } from '../../support/reconcile/benchOptions';
import { compareWays, wayNames } from '../../support/reconcile/compareWays';
import { loadSite, type LoadedSite } from '../../support/reconcile/loadSite';
import { peersAnswer } from '../../support/reconcile/peersAnswer';
import { inNeed, onFinished, scoreOf } from '../../support/reconcile/score';

const pairs = (...ids: readonly string[]): ReadonlySet<PairId> => new Set(ids as readonly PairId[]);

describe('precision and recall', () => {
  it('are the right part of what is listed, and of what is to be found', () => {
    const score = scoreOf(pairs('a', 'b', 'x', 'y', 'z'), pairs('a', 'b', 'c'));
    assert.deepEqual(score, { precision: 2 / 5, recall: 2 / 3 });
  });

  it('take the pairs that need repair from the truth', () => {
    const truth = new Map<PairId, TruthOfPair>();
    const [missing = '', validated = '', asked = ''] = pairs('P1@dp', 'P2@dp', 'P3@dp');
    truth.set(missing as PairId, { verdict: 'missing', case: '' });
    truth.set(validated as PairId, { verdict: 'validated', case: '' });
    truth.set(asked as PairId, { verdict: 'notTargeted', case: '' });
    assert.deepEqual(inNeed({ pairs: truth }), pairs('P1@dp'));
  });

  it('can be of the DPs with a finished cycle only', () => {
    const key = dpKey('dp1.corp.example', 'Windows NT Server');
    const lastFinishedCycles = new Map([[key, { start: 1, end: 2, startKept: true }]]);
    const all = pairs(`P1@${key}`, 'P1@dp2.corp.example|Windows NT Server');
    assert.deepEqual(onFinished(all, { lastFinishedCycles }), pairs(`P1@${key}`));
  });
});

describe('the ways of asking for missing content', () => {
  let loaded: LoadedSite;

  before(async () => {
    const { site } = benchOptions(['--dps', '16', '--packages', '74']);
    loaded = await loadSite(site, {});
  });
  after(() => loaded.dispose());

  it('are all asked, and only ours finds just what needs repair', async () => {
    let yardsticks = 0;
    const figures = await compareWays(loaded, { rounds: 2, sample: 3 }, () => yardsticks++);
    const { ways, needed } = figures;
    assert.equal(yardsticks, 2);
    assert.equal(figures.sampled, 3);
    assert.equal(needed, inNeed(loaded.truth).size);
    assert.ok(figures.expected >= loaded.truth.pairs.size);
    for (const way of wayNames) {
      assert.equal(ways[way].took.length, 2, way);
      assert.ok(ways[way].rows > 0, way);
    }
    assert.deepEqual(ways.ours.score, { precision: 1, recall: 1 });
    assert.equal(ways.ours.listed, needed);
    for (const way of ['bare', 'exact', 'like'] as const) {
      assert.ok(ways[way].score.precision < 0.5, `${way} raises false alarms`);
      assert.ok(ways[way].onFinished.precision > ways[way].score.precision, way);
      assert.ok(ways[way].score.recall > 0.5 && ways[way].score.recall < 1, way);
    }
  });

  for (const naming of ['exact', 'like'] as const)
    it(`judges the peers by what their queries give (${naming})`, async () => {
      const { model, database } = loaded;
      const asked = await askPeers(loaded, model.dps, naming);
      assert.ok(asked.pairs.size > 0);
      assert.deepEqual(await peersAnswer(database, model.dps, naming), asked.pairs);
    });
});

describe("the bench's options", () => {
  it('are a medium site, unless said otherwise', () => {
    assert.deepEqual(benchOptions([]).site.counts, { dps: 300, packages: 1000 });
    const { site, rounds, sample } = benchOptions(['--dps', '500', '--packages=2000', '--rounds', '1']);
    assert.deepEqual([site.counts, rounds, sample], [{ dps: 500, packages: 2000 }, 1, 10]);
    assert.equal(benchOptions(['--size', 'small']).site.size, 'small');
  });

  it('are refused by name', () => {
    assert.throws(() => benchOptions(['--dps', 'many']), /--dps/);
    assert.throws(() => benchOptions(['--size', 'huge']), /--size/);
    assert.throws(() => benchOptions(['--pakages', '1']), /--pakages/);
  });
});
