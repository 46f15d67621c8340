import assert from 'node:assert/strict';
import type { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import { Random } from '../../extension/adapters/demo/site/random';
import { pairId } from '../../extension/core/reconcile/pairId';
import { countFates, type FateCounts } from '../../extension/core/run/fate';
import type { RunStep } from '../../extension/core/run/runPlan';
import type { RunState } from '../../extension/core/run/runState';
import type { AskedRequest } from '../../extension/protocol/askedRequest';
import type { Faults } from '../../extension/protocol/demoSite';
import { planWith, stepsOfAll } from '../support/runs/anyPlan';
import { begun, demoSite, planOf, withJournals } from '../unit/run/runs';

const minute = 60_000;
const server = 'DPHAM01.contoso.local';

describe('a run at a site that misbehaves', () => {
  let site: DemoEngine;
  afterEach(() => site.close());

  /** Redistributes so many sound pairs, chosen at random, while something goes wrong. */
  const runWith = async (
    faults: Faults,
    count = 60,
    choose: (step: RunStep) => boolean = () => true,
  ): Promise<{ readonly state: RunState; readonly fates: FateCounts }> => {
    site = await demoSite();
    const all = (await stepsOfAll(site.database, 'redistribute')).filter(isOrdinary(site)).filter(choose);
    const { steps } = planWith('', new Random('steps').shuffled(all).slice(0, count));
    site.changeFaults(faults);
    return withJournals(async (journals) => {
      const run = await begun(site, journals, planOf(site, steps), { pollEvery: 5 * minute });
      assert.deepEqual(await run.work(), { kind: 'ended' });
      assert.equal(run.state.ended.length, steps.length);
      for (const { fate } of run.state.ended) assert.notEqual(fate.cause, '');
      return { state: run.state, fates: countFates(run.state.ended.map(({ fate }) => fate)) };
    });
  };

  const onServer = ({ dpName }: RunStep): boolean => dpName === server;

  /** Redistributions that were carried out, and when each was. */
  const sent = (): readonly AskedRequest[] =>
    site.requests.filter(({ verb, answer }) => verb === 'put' && (answer === 'done' || answer === 'lost'));

  const assertNoneTwice = (): void => {
    const pairs = sent().flatMap((request) => request.pairs.map(({ packageId, dp }) => `${packageId}@${dp}`));
    assert.equal(new Set(pairs).size, pairs.length);
  };

  it('repairs everything when nothing goes wrong', async () => {
    const { fates } = await runWith({});
    assert.equal(fates.repaired, 60);
  });

  it('takes longer with a provider that is slow, and repairs everything', async () => {
    const { fates } = await runWith({ providerDelay: 15 }, 20);
    assert.equal(fates.repaired, 20);
  });

  it('tells of every step what became of it when three calls in ten fail, and does none twice', async () => {
    const { fates } = await runWith({ failedCalls: 0.3, callSeed: 3 });
    assert.ok(fates.repaired > 15 && fates.failed > 5, JSON.stringify(fates));
    assert.equal(sent().length, fates.repaired + fates.notProved);
    assertNoneTwice();
  });

  it('finds out what came of writes whose answers are lost', async () => {
    const { fates } = await runWith({ lostAnswers: 0.3, callSeed: 3 });
    assert.equal(fates.repaired, 60);
    assertNoneTwice();
  });

  it('stops writing when it loses its rights, and says why nothing else was done', async () => {
    const { state, fates } = await runWith({ writesAllowed: 20 });
    assert.match(state.stopCause ?? '', /Access is denied/);
    assert.equal(sent().length, 20);
    assert.equal(fates.notProved, 20);
    const denied = site.requests.filter(({ verb, answer }) => verb === 'put' && answer === 'denied');
    assert.ok(denied.length <= 4, `${denied.length} more were tried`);
  });

  it('writes no more to a DP that is down than its breaker allows', async () => {
    const { fates } = await runWith({ downDps: [server] }, 60, onServer);
    assert.equal(sent().length, 3);
    assert.deepEqual([fates.failed, fates.repaired], [3, 0]);
  });

  it('writes no more than that to a DP that goes down, and goes on on the others', async () => {
    const { state, fates } = await runWith({ downDps: [server], downAfterWrites: 30 });
    const since = sent().at(29)?.time ?? 0;
    const late = sent().filter(
      ({ time, pairs }) => time > since && pairs.some(({ dp }) => dp.startsWith(server.toLowerCase())),
    );
    assert.ok(late.length <= 3, `${late.length} writes`);
    const others = state.ended.filter(({ step }) => !onServer(step));
    assert.ok(others.every(({ fate }) => fate.kind === 'repaired'));
    assert.ok(fates.failed > 0);
  });

  it('says of content whose validation never answers that it came, and is not proved', async () => {
    const { state, fates } = await runWith({ muteDps: [server] }, 4, onServer);
    assert.equal(fates.notProved, 4);
    for (const { fate } of state.ended) assert.match(fate.cause, /arrived.*no result/s);
  });

  it('does not wait for ever for a distribution that stalls', async () => {
    const { state, fates } = await runWith({ stallingDps: [server] }, 6, onServer);
    assert.deepEqual([fates.notProved, fates.skipped], [3, 3]);
    assert.match(state.ended[0]?.fate.cause ?? '', /did not arrive/);
  });
});

/** Pairs that are sound, on DPs that take content and validate it. */
const isOrdinary = ({ site }: DemoEngine): ((step: RunStep) => boolean) => {
  const dps = new Set(site.model.dps.filter((dp) => !dp.isSiteServer && !dp.isCloud).map(({ key }) => key));
  return ({ packageId, dp }) =>
    dp !== '' && dps.has(dp) && site.truth.pairs.get(pairId(packageId, dp))?.verdict === 'validated';
};
