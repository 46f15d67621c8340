import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pairId } from '../../extension/core/reconcile/pairId';
import { commandIds, type CommandId } from '../../extension/host/commands/commandIds';
import type { ContentApi } from '../../extension/host/contentApi';
import { childrenOf, find, type Shown } from './support/outline';
import { Prompts } from './support/prompts';
import { connectTo, contentApi, eventually, leave, pages, run } from './support/window';

describe('commands before a site is connected', function () {
  this.timeout(60_000);

  it('are all registered', async () => {
    await contentApi();
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commandIds.filter((id) => !known.has(id)),
      [],
    );
  });

  const needSite: readonly CommandId[] = [
    'configmgrContent.content.export',
    'configmgrContent.content.redistribute',
    'configmgrContent.content.validate',
    'configmgrContent.content.cancelDistribution',
    'configmgrContent.content.showEvidence',
    'configmgrContent.content.copyEvidence',
    'configmgrContent.content.checkReadiness',
    'configmgrContent.content.showNeeds',
    'configmgrContent.content.acknowledge',
    'configmgrContent.content.removeAcknowledgement',
    'configmgrContent.dp.validate',
    'configmgrContent.compare.with',
    'configmgrContent.compare.withGroups',
    'configmgrContent.compare.withMembers',
    'configmgrContent.compare.acrossDps',
    'configmgrContent.compare.withLibrary',
    'configmgrContent.compare.leftovers',
    'configmgrContent.tree.reveal',
  ];
  for (const id of needSite)
    it(`${id} says what to do first, once`, () =>
      Prompts.during(async ({ said }) => {
        await run('configmgrContent.site.disconnect');
        await run(id);
        assert.deepEqual(
          said.map(({ message }) => message),
          ['No site is connected. Connect to one, or open the demo site.'],
        );
      }));

  it('the others do nothing and say nothing', () =>
    Prompts.during(async ({ said }) => {
      await run('configmgrContent.site.disconnect');
      await run('configmgrContent.site.stopReading');
      await run('configmgrContent.tree.clearFilter');
      await run('configmgrContent.tree.filter');
      await run('configmgrContent.plan.stop');
      assert.deepEqual(said, []);
    }));

  it('Refresh connects', async () => {
    await run('configmgrContent.site.refresh');
    const api = await contentApi();
    assert.equal(api.state.phase, 'connected');
    assert.ok(api.state.summary);
    await leave();
  });
});

describe('commands that look', function () {
  this.timeout(60_000);
  let api: ContentApi;
  let pair: Shown;
  before(async () => {
    api = await connectTo('small');
    const pairs = await childrenOf(api, await find(api, 'Distribution Points', 'DPHAM01.contoso.local'));
    const problem = pairs.find(({ item }) => item.contextValue === 'pair problems');
    assert.ok(problem);
    pair = problem;
  });
  after(leave);

  it('find missing content: opens one page with what the tree counts', async () => {
    await run('configmgrContent.content.findMissing');
    await eventually('the page', () => pages().includes('Missing Content'));
    await run('configmgrContent.content.findMissing', pair.node);
    assert.deepEqual(pages(), ['Missing Content']);
    await eventually('the end of what is read', () => !api.missing.loading);
    const { missing, state } = api;
    assert.equal(missing.revision, state.summary?.revision);
    assert.deepEqual(missing.tally, state.summary?.site);
    assert.equal(missing.stale, undefined);
  });

  it('reveal: selects in the tree what a row of the page stands for', async () => {
    assert.ok(pair.node.kind === 'pair');
    const { packageId, dp } = pair.node;
    await run('configmgrContent.tree.reveal', { kind: 'pairs', pairs: [pairId(packageId, dp)], filter: '' });
    await eventually('the selection', () => api.view.selection.includes(pair.node));
  });

  it('reveal: clears a filter that hides it', async () => {
    await run('configmgrContent.tree.filter', 'dp:DPMAD01');
    assert.ok(pair.node.kind === 'pair');
    const { packageId, dp } = pair.node;
    await run('configmgrContent.tree.reveal', { kind: 'pairs', pairs: [pairId(packageId, dp)], filter: '' });
    assert.equal(api.view.message, '');
    await eventually('the selection', () => api.view.selection.includes(pair.node));
  });

  it('with the keyboard alone: what is selected in the tree is what a command takes', async () => {
    await run('configmgrContent.content.showEvidence');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'configmgr-evidence');
    assert.match(document.getText(), /DPHAM01\.contoso\.local/);
    assert.match(document.getText(), new RegExp(pair.node.kind === 'pair' ? pair.node.packageId : '-'));
  });

  it('compare: two selected DPs, or one with the one that is picked, in a page that names them', () =>
    Prompts.during(async ({ picks, said }) => {
      const dps = await childrenOf(api, await find(api, 'Distribution Points'));
      const [one, two] = dps;
      assert.ok(one !== undefined && two !== undefined);
      await run('configmgrContent.compare.with', one.node, [one.node, two.node]);
      const title = `Compare: ${one.label} and ${two.label}`;
      await eventually('the comparison', () => pages().includes(title));
      picks.push((items) => items[0]);
      await run('configmgrContent.compare.with', one.node);
      picks.push((items) => items[0]);
      await run('configmgrContent.compare.acrossDps', one.node);
      await run('configmgrContent.compare.leftovers', one.node);
      await eventually('the leftovers', () => pages().includes(`Compare: Leftovers on ${one.label}`));
      assert.deepEqual(said, []);
      assert.deepEqual(picks, []);
    }));

  it('copy evidence: text for a ticket', async () => {
    await run('configmgrContent.content.copyEvidence', pair.node);
    assert.match(await vscode.env.clipboard.readText(), /PS1.*DPHAM01|DPHAM01.*PS1/s);
  });

  it('copy name: the names of all selected nodes', async () => {
    const dps = await childrenOf(api, await find(api, 'Distribution Points'));
    await run('configmgrContent.tree.copyName', dps[0]?.node, [dps[0]?.node, dps[1]?.node]);
    assert.equal(await vscode.env.clipboard.readText(), `${dps[0]?.label}\n${dps[1]?.label}`);
  });

  it('disconnect: the tree is empty, the page says that no site is connected', async () => {
    await run('configmgrContent.site.disconnect');
    assert.deepEqual(await childrenOf(api), []);
    assert.equal(api.missing.site, undefined);
    assert.equal(api.missing.tally, undefined);
  });
});
