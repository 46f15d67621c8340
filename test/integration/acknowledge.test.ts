import assert from 'node:assert/strict';
import type { ContentApi } from '../../extension/host/contentApi';
import { childrenOf, find, type Shown } from './support/outline';
import { Prompts } from './support/prompts';
import { connectTo, eventually, leave, pages, run } from './support/window';

describe('acknowledging findings', function () {
  this.timeout(60_000);
  let api: ContentApi;
  let dp: Shown;

  const counted = (): { readonly problems: number; readonly acknowledged: number } => {
    const { summary } = api.state;
    assert.ok(summary);
    return summary.site;
  };
  const pairOf = async (context: string): Promise<Shown> => {
    const pairs = await childrenOf(api, dp);
    const found = pairs.find(({ item }) => item.contextValue === context);
    assert.ok(found, context);
    return found;
  };

  before(async () => {
    api = await connectTo('small');
    dp = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
  });
  after(leave);

  it('sets a pair aside with a reason, in tree and badge, and lets it count again', () =>
    Prompts.during(async (prompts) => {
      const { problems } = counted();
      const pair = await pairOf('pair problems');
      prompts.inputs.push('Being decommissioned', 'CHG0012345');
      prompts.picks.push(([first]) => first);
      await run('configmgrContent.content.acknowledge', pair.node);
      await eventually('the acknowledged finding', () => counted().acknowledged === 1);
      assert.equal(counted().problems, problems - 1);
      assert.equal(api.view.badge?.value, problems - 1);
      assert.deepEqual((await pairOf('pair acknowledged')).node, pair.node);

      await run('configmgrContent.content.redistribute', pair.node);
      assert.equal(api.plan.plan?.steps.length, 1);
      await run('configmgrContent.plan.stop');

      await run('configmgrContent.content.removeAcknowledgement', pair.node);
      await eventually('no acknowledged finding', () => counted().acknowledged === 0);
      assert.equal(counted().problems, problems);
      assert.deepEqual(prompts.said, []);
    }));

  it('sets all of a DP aside, and asks before it takes that back from one pair', () =>
    Prompts.during(async (prompts) => {
      const { problems } = counted();
      prompts.inputs.push('The branch closes', '');
      prompts.picks.push(
        (items) => items.at(-1),
        (items) => items.at(-1),
      );
      await run('configmgrContent.content.acknowledge', dp.node);
      await eventually('the acknowledged findings', () => counted().acknowledged > 0);
      assert.ok(counted().problems < problems);
      assert.ok((await childrenOf(api, dp)).every(({ item }) => item.contextValue !== 'pair problems'));

      const pair = await pairOf('pair acknowledged');
      await run('configmgrContent.content.removeAcknowledgement', pair.node);
      assert.ok(counted().acknowledged > 0);
      prompts.picks.push((items) => items);
      await run('configmgrContent.content.removeAcknowledgement', pair.node);
      await eventually('no acknowledged finding', () => counted().acknowledged === 0);
    }));

  it('does nothing when a question is left', () =>
    Prompts.during(async (prompts) => {
      prompts.inputs.push('Being decommissioned', '');
      await run('configmgrContent.content.acknowledge', (await pairOf('pair problems')).node);
      assert.equal(counted().acknowledged, 0);
    }));

  it('shows the history of the site, and of a DP, on one page', async () => {
    await run('configmgrContent.site.showHistory');
    await eventually('the page', () => pages().includes('History'));
    await run('configmgrContent.site.showHistory', dp.node);
    assert.equal(pages().filter((title) => title === 'History').length, 1);
  });
});
