import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SiteNode } from '../../extension/core/siteTree/node';
import type { ContentApi } from '../../extension/host/contentApi';
import { recordContexts } from './support/contexts';
import { childrenOf, find, isLeaf } from './support/outline';
import { connectTo, contentApi, leave, run } from './support/window';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe('the content tree of the small demo site', function () {
  this.timeout(60_000);
  let api: ContentApi;
  const contexts = recordContexts();
  before(async () => {
    api = await connectTo('small');
  });
  after(async () => {
    contexts.stop();
    await leave();
  });
  afterEach(() => run('configmgrContent.tree.filter', ''));

  const tally = () => {
    const { summary } = api.state;
    assert.ok(summary, String(api.state.problem));
    return summary;
  };

  it('shows the site with three headings that count their entries', async () => {
    const site = await find(api);
    assert.match(site.label, /^\w{3} · .+/);
    assert.deepEqual(
      (await childrenOf(api, site)).map(({ label, description }) => [label, description.split(' · ')[0]]),
      [
        ['Distribution Points', '12'],
        ['Distribution Point Groups', String(api.state.index?.groups.size)],
        ['Packages', String(api.state.index?.packages.size)],
      ],
    );
  });

  it('shows the number of problems as badge, and proved of expected above the tree', () => {
    const { problems } = tally().site;
    assert.ok(problems > 0);
    assert.deepEqual({ ...api.view.badge }, { value: problems, tooltip: `${problems} problems` });
    assert.match(api.view.description ?? '', new RegExp(`^${problems} problems · \\d+ of \\d+ validated$`));
  });

  it('lists below each DP exactly the packages of its tally, the validated ones too', async () => {
    for (const dp of await childrenOf(api, await find(api, 'Distribution Points'))) {
      assert.ok(dp.node.kind === 'dp');
      const expected = tally().byDp.get(dp.node.dp);
      const pairs = await childrenOf(api, dp);
      assert.equal(pairs.length, expected?.expected ?? 0, dp.label);
      const ofClass = (word: string) =>
        pairs.filter(({ item }) => item.contextValue === `pair ${word}`).length;
      assert.equal(ofClass('validated'), expected?.validated ?? 0, `${dp.label}, validated`);
      assert.equal(ofClass('problems'), expected?.problems ?? 0, `${dp.label}, problems`);
      assert.ok(pairs.every(isLeaf));
    }
  });

  it('lists below each package exactly its DPs', async () => {
    const packages = await childrenOf(api, await find(api, 'Packages'));
    const counts = [];
    for (const content of packages) {
      assert.ok(content.node.kind === 'package');
      const dps = await childrenOf(api, content);
      assert.equal(dps.length, tally().byPackage.get(content.node.packageId)?.expected ?? 0, content.label);
      counts.push(dps.length);
    }
    assert.ok(sum(counts) > 400, `${sum(counts)} pairs`);
  });

  it('lists below a group its members and its content, and below that content the members only', async () => {
    const [group] = await childrenOf(api, await find(api, 'Distribution Point Groups'));
    assert.ok(group?.node.kind === 'group');
    const known = api.state.index?.groups.get(group.node.groupId);
    const [members, content] = await childrenOf(api, group);
    assert.deepEqual([members?.label, content?.label], ['Members', 'Content']);
    const listed = await childrenOf(api, members);
    assert.deepEqual(
      listed.map(({ node }) => node.kind === 'dp' && node.dp).sort(),
      [...(known?.members ?? [])].sort(),
    );
    const [first] = await childrenOf(api, content);
    for (const { node } of await childrenOf(api, first))
      assert.ok(node.kind === 'pair' && known?.members.includes(node.dp));
  });

  it('puts what has problems first', async () => {
    const standings = (await childrenOf(api, await find(api, 'Distribution Points'))).map(({ description }) =>
      description.includes('problem'),
    );
    assert.deepEqual(standings, [...standings].sort().reverse());
  });

  it('filters by words and by the query language, and says so', async () => {
    await run('configmgrContent.tree.filter', 'DP1');
    const labels = (await childrenOf(api, await find(api, 'Distribution Points'))).map(({ label }) => label);
    assert.ok(labels.includes('DP1.contoso.local') && labels.includes('dp1.fabrikam.local'));
    assert.match(api.view.message ?? '', /Filter: DP1/);
    assert.equal(contexts.keys.get('configmgrContent.filtered'), true);

    await run('configmgrContent.tree.filter', 'state:missing dp:DPHAM01');
    const dps = await childrenOf(api, await find(api, 'Distribution Points'));
    assert.deepEqual(
      dps.map(({ label }) => label),
      ['DPHAM01.contoso.local'],
    );
    const pairs = await childrenOf(api, dps[0]);
    assert.ok(pairs.length > 0);
    for (const { description } of pairs) assert.match(description, /^Missing/);

    await run('configmgrContent.tree.clearFilter');
    assert.equal(api.view.message, '');
    assert.equal((await childrenOf(api, await find(api, 'Distribution Points'))).length, 12);
  });

  it('offers to clear a filter that nothing matches', async () => {
    await run('configmgrContent.tree.filter', 'package:nobody dp:nobody');
    assert.deepEqual(await childrenOf(api), []);
    assert.equal(contexts.keys.get('configmgrContent.view'), 'filteredOut');
    await run('configmgrContent.tree.clearFilter');
    assert.equal(contexts.keys.get('configmgrContent.view'), 'shown');
  });

  it('tells a screen reader name, kind, standing and numbers of each node', async () => {
    for (const heading of ['Distribution Points', 'Packages', 'Distribution Point Groups'])
      for (const { item, label, description } of await childrenOf(api, await find(api, heading))) {
        const spoken = item.accessibilityInformation?.label ?? '';
        assert.ok(spoken.startsWith(`${label}, `) && spoken.endsWith(description), spoken);
        assert.ok(spoken.split(', ').length >= 4, spoken);
      }
  });

  it('gives a pair its decoration, and evidence with source and age on demand', async () => {
    const dp = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
    const pairs = await childrenOf(api, dp);
    const missing = pairs.find(({ item }) => item.contextValue === 'pair problems');
    assert.ok(missing);
    assert.equal(missing.item.tooltip, undefined);
    const { token } = new vscode.CancellationTokenSource();
    const resolved = await api.tree.resolveTreeItem(missing.item, missing.node, token);
    const tooltip = resolved?.tooltip;
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /Source/);
    assert.match(tooltip.value, /Read/);
    assert.equal(missing.item.resourceUri?.scheme, 'configmgr-content');
  });

  it('keeps its nodes over a refresh, so that selection and expansion stay', async () => {
    const before = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
    await run('configmgrContent.site.refresh');
    const after = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
    assert.equal(after.node, before.node);
    assert.equal(after.item.id, before.item.id);
  });

  it('knows the way up from each node, so that it can be revealed', async () => {
    const dp = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
    const [pair] = await childrenOf(api, dp);
    assert.ok(pair);
    const way = [];
    for (let at: SiteNode | undefined = pair.node; at !== undefined; at = await up(at)) way.push(at.kind);
    assert.deepEqual(way, ['pair', 'dp', 'section', 'site']);
  });

  const up = async (node: SiteNode): Promise<SiteNode | undefined> =>
    (await api.tree.getParent(node)) ?? undefined;
});

describe('the content tree without a site', function () {
  this.timeout(60_000);

  it('is empty, has no badge and offers the demo site', async () => {
    const contexts = recordContexts();
    const api = await contentApi();
    await run('configmgrContent.site.disconnect');
    await run('configmgrContent.tree.clearFilter');
    assert.deepEqual(await childrenOf(api), []);
    assert.equal(api.view.badge, undefined);
    assert.equal(contexts.keys.get('configmgrContent.view'), 'none');
    contexts.stop();
  });

  it('says of a site without distribution points that nothing is expected anywhere', async () => {
    const api = await connectTo('empty');
    assert.equal(api.state.problem, undefined);
    const [dps, , packages] = await childrenOf(api, await find(api));
    assert.deepEqual([dps?.label, dps?.description], ['Distribution Points', '0']);
    assert.deepEqual(await childrenOf(api, dps), []);
    for (const content of await childrenOf(api, packages)) {
      assert.equal(content.description, 'no content');
      assert.deepEqual(await childrenOf(api, content), []);
    }
    assert.equal(api.view.badge, undefined);
    await leave();
  });
});
