import assert from 'node:assert/strict';
import { pairId } from '../../extension/core/reconcile/pairId';
import type { PlanStep } from '../../extension/core/redistribute/plan';
import type { ContentApi } from '../../extension/host/contentApi';
import { childrenOf, find, type Shown } from './support/outline';
import { Prompts } from './support/prompts';
import { connectTo, eventually, leave, pages, run } from './support/window';

/** Long enough that a write without confirmation would have been carried out and reported. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 700));

/** Waits until the tree says this of a node, first of all. */
const soon = async (words: string, told: () => Promise<string>): Promise<void> => {
  let last = '';
  for (let tries = 0; tries < 200; tries++) {
    last = await told();
    if (last.startsWith(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`It says "${last}", not "${words}"`);
};

/** A run has its DPs to itself until its steps are proved: those that a test waits for are not used again. */
const [sentTo, validatedOn, validatedWhole] = [
  'DPHAM01.contoso.local',
  'DPTYO01.contoso.local',
  'DP1.contoso.local',
];

describe('writes', function () {
  this.timeout(90_000);
  let api: ContentApi;
  before(async () => {
    api = await connectTo('small');
  });
  after(leave);

  const pairsOf = async (dp: string, standing: string): Promise<readonly Shown[]> =>
    (await childrenOf(api, await find(api, 'Distribution Points', dp))).filter(
      ({ item }) => item.contextValue === `pair ${standing}`,
    );
  const pairOf = async (dp: string, standing: string): Promise<Shown> => {
    const [pair] = await pairsOf(dp, standing);
    assert.ok(pair, `${dp} has no pair with standing ${standing}`);
    return pair;
  };
  const planned = (): readonly PlanStep[] => {
    assert.equal(api.plan.phase, 'review');
    return api.plan.plan?.steps ?? [];
  };
  const confirm = async (): Promise<void> => {
    await eventually('the plan page', () => pages().some((title) => title.endsWith(': Plan')));
    await run('configmgrContent.plan.confirm');
    await eventually('the end of the plan', () => api.plan.phase === 'done');
  };

  it('redistribute from the tree: nothing before the confirmation, then the tree follows the site', () =>
    Prompts.during(async ({ said }) => {
      const pair = await pairOf(sentTo, 'problems');
      assert.ok(pair.node.kind === 'pair');
      const { packageId, dp } = pair.node;
      const problems = api.state.summary?.byDp.get(dp)?.problems ?? 0;
      await run('configmgrContent.content.redistribute', pair.node, [pair.node]);
      assert.deepEqual(
        planned().map((step) => [step.packageId, step.dp]),
        [[packageId, dp]],
      );
      await pause();
      assert.deepEqual(api.plan.outcomes, [{ kind: 'waiting' }]);
      assert.equal((await pairOf(sentTo, 'problems')).node, pair.node);

      await confirm();
      assert.deepEqual(
        api.plan.outcomes.map(({ kind }) => kind),
        ['accepted'],
      );
      await eventually('what came of it', () =>
        said.some(({ message }) => message.includes('1 accepted, 0 failed')),
      );
      await soon('run 0/1', async () => (await find(api, 'Distribution Points', sentTo)).description);
      const repaired = await eventually(
        'one problem less',
        () => (api.state.summary?.byDp.get(dp)?.problems ?? problems) === problems - 1,
      );
      assert.ok(repaired);
      const now = (await childrenOf(api, await find(api, 'Distribution Points', sentTo))).find(
        ({ node }) => node === pair.node,
      );
      assert.ok(now && now.item.contextValue !== 'pair problems', now?.description);
    }));

  it('redistribute from the diff: takes its selection', async () => {
    const pair = await pairOf('DPHAM01.contoso.local', 'problems');
    assert.ok(pair.node.kind === 'pair');
    const { packageId, dp } = pair.node;
    await run('configmgrContent.content.redistribute', {
      kind: 'pairs',
      pairs: [pairId(packageId, dp)],
      filter: '',
    });
    const { plan } = api.plan;
    const rows = [...(plan?.steps ?? []), ...(plan?.refused ?? [])];
    assert.deepEqual(
      rows.map((row) => row.packageId),
      [packageId],
    );
    await run('configmgrContent.plan.stop');
    assert.equal(api.plan.plan, undefined);
    await eventually('the plan page to close', () => !pages().some((title) => title.endsWith(': Plan')));
  });

  it('redistribute of a DP: plans what needs it, and refuses none that is validated', async () => {
    const dp = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
    await run('configmgrContent.content.redistribute', dp.node);
    const { plan } = api.plan;
    assert.ok(plan && plan.steps.length > 0);
    assert.ok([...plan.steps, ...plan.refused].every(({ verdict }) => verdict !== 'validated'));
    await run('configmgrContent.plan.stop');
  });

  it('validate a package on a DP: a new result comes from the DP', () =>
    Prompts.during(async () => {
      const pair = await pairOf(validatedOn, 'validated');
      await run('configmgrContent.content.validate', pair.node);
      assert.equal(planned().length, 1);
      const { revision = 0 } = api.state.summary ?? {};
      await confirm();
      assert.deepEqual(
        api.plan.outcomes.map(({ kind }) => kind),
        ['accepted'],
      );
      await eventually('a read of the result', () => (api.state.summary?.revision ?? 0) > revision);
    }));

  it('cancel what is on its way', () =>
    Prompts.during(async () => {
      // What is stalled stays on its way, however long this takes.
      const pairs = (
        await Promise.all(
          (await childrenOf(api, await find(api, 'Distribution Points')))
            .filter(({ label }) => label !== sentTo && label !== validatedOn)
            .map((dp) => childrenOf(api, dp)),
        )
      ).flat();
      const byPatience = ['Stalled', 'In flight'].flatMap((words) =>
        pairs.filter(({ description }) => description.startsWith(words)),
      );
      const told: unknown[] = [];
      let running: Shown | undefined;
      for (const pair of byPatience) {
        await run('configmgrContent.content.cancelDistribution', pair.node);
        if (planned().length !== 1) continue;
        await confirm();
        // One that has come to its end meanwhile is skipped.
        told.push(...api.plan.outcomes);
        if (api.plan.outcomes.every(({ kind }) => kind === 'skipped')) continue;
        running = pair;
        break;
      }
      assert.ok(running, `nothing is on its way: ${JSON.stringify(told)}`);
      assert.deepEqual(
        api.plan.outcomes.map(({ kind }) => kind),
        ['accepted'],
      );
      await eventually('the tree to follow', () => {
        const { node } = running;
        return node.kind === 'pair' && api.state.touched.some((scope) => scope.packageId === node.packageId);
      });
    }));

  it('validate a DP, from the tree and by the palette', () =>
    Prompts.during(async (prompts) => {
      const dp = await find(api, 'Distribution Points', 'DP1.contoso.local');
      await run('configmgrContent.dp.validate', dp.node);
      assert.deepEqual(
        planned().map((step) => [step.action, step.dpName]),
        [['validateDp', 'DP1.contoso.local']],
      );
      await run('configmgrContent.plan.stop');

      prompts.picks.push((items) => items.filter(({ label }) => label === validatedWhole));
      await run('configmgrContent.dp.validate');
      assert.deepEqual(
        planned().map((step) => step.dpName),
        [validatedWhole],
      );
      await confirm();
      assert.deepEqual(
        api.plan.outcomes.map(({ kind }) => kind),
        ['accepted'],
      );
    }));

  it('by the palette alone: package and DP are asked for, and leaving writes nothing', () =>
    Prompts.during(async (prompts) => {
      await run('configmgrContent.content.redistribute');
      assert.deepEqual(
        prompts.said.map(({ message }) => message),
        ['Nothing was chosen that this can be done to.'],
      );
      prompts.picks.push(
        ([first]) => first,
        ([first]) => first,
      );
      await run('configmgrContent.content.validate');
      const { plan } = api.plan;
      assert.equal((plan?.steps.length ?? 0) + (plan?.refused.length ?? 0), 1);
      await run('configmgrContent.plan.stop');
    }));

  it('a confirmation without a plan on screen is refused', () =>
    Prompts.during(async ({ said }) => {
      await run('configmgrContent.plan.confirm');
      assert.deepEqual(
        said.map(({ message }) => message),
        ['No plan is shown. Look at the plan before you confirm it.'],
      );
    }));
});
