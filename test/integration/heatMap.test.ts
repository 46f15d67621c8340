import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ContentApi } from '../../extension/host/contentApi';
import type { FindingsSelection } from '../../extension/core/reconcile/findingRow';
import { childrenOf, find } from './support/outline';
import { connectTo, eventually, leave, pages, run } from './support/window';

describe('the heat map in a window', function () {
  this.timeout(60_000);
  let api: ContentApi;
  before(async () => (api = await connectTo('small')));
  after(leave);

  it('opens once, beside missing content, and comes to the front when it is asked for again', async () => {
    await run('configmgrContent.content.findMissing');
    await run('configmgrContent.content.showHeatMap');
    await eventually('the page', () => pages().includes('Heat Map'));
    await run('configmgrContent.content.findMissing');
    await run('configmgrContent.content.showHeatMap');
    assert.deepEqual(pages().toSorted(), ['Heat Map', 'Missing Content']);
    await eventually(
      'the page in front',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Heat Map',
    );
  });

  it('hands a region to the commands: those of its pairs that the filter shows get a plan', async () => {
    const dp = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
    const pairs = await childrenOf(api, dp);
    const problems = pairs.flatMap(({ item, node }) =>
      item.contextValue === 'pair problems' && node.kind === 'pair' ? [node] : [],
    );
    assert.ok(problems.length > 0);
    const region: FindingsSelection = {
      kind: 'region',
      packageIds: pairs.flatMap(({ node }) => (node.kind === 'pair' ? [node.packageId] : [])),
      dps: problems.slice(0, 1).map((node) => node.dp),
      filter: 'state:problems',
    };
    await run('configmgrContent.content.validate', region);
    const { plan } = api.plan;
    const planned = [...(plan?.steps ?? []), ...(plan?.refused ?? [])];
    assert.equal(planned.length, problems.length);
    await run('configmgrContent.plan.stop');
  });
});
