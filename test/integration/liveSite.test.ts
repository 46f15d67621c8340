import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ContentApi } from '../../extension/host/contentApi';
import { startTdsServer, type RunningTdsServer } from '../support/tds/startTdsServer';
import { childrenOf, find } from './support/outline';
import { Prompts } from './support/prompts';
import { filesHolding } from './support/written';
import { connectTo, contentApi, eventually, leave, pages, run } from './support/window';

const configured = (): readonly Record<string, unknown>[] =>
  vscode.workspace.getConfiguration('configmgrContent').get('sites') ?? [];

const placeOf = ({ user, port, database }: RunningTdsServer): string =>
  `${user}@127.0.0.1,${port}/${database}`;

const liveSite = (api: ContentApi): ContentApi['sites'][number] | undefined =>
  api.sites.find(({ key }) => key !== 'demo');

describe('a site of the settings', function () {
  this.timeout(60_000);
  let server: RunningTdsServer;
  let api: ContentApi;

  before(async () => {
    const site = { size: 'small', seed: 3, release: '1806', now: Date.now() } as const;
    const password = `s3cret-${randomUUID()}`;
    server = await startTdsServer({ site, database: 'CM_PS1', password });
    api = await contentApi();
  });
  after(async () => {
    await vscode.workspace.getConfiguration('configmgrContent').update('sites', undefined, true);
    await leave();
    await server.close();
  });

  const trustingLogin = (items: readonly vscode.QuickPickItem[]): unknown =>
    items.find(({ label }) => /SQL Server login.*trusting/.test(label));

  it('is added in three steps, connected to and read; the password is not in the settings', () =>
    Prompts.during(async (prompts) => {
      prompts.inputs.push(placeOf(server), server.password);
      prompts.picks.push(trustingLogin);
      await run('configmgrContent.site.add');
      const site = liveSite(api);
      assert.deepEqual(prompts.errors, []);
      assert.equal(site?.state.phase, 'connected');
      assert.equal(site.state.problem, undefined);
      assert.equal(site.state.info?.siteCode, 'PS1');
      assert.ok((site.state.summary?.site.expected ?? 0) > 300);
      assert.ok((site.state.summary?.site.problems ?? 0) > 10);
      const [entry] = configured();
      assert.equal(entry?.['server'], '127.0.0.1');
      assert.equal(entry['user'], server.user);
      assert.equal(JSON.stringify(configured()).includes(server.password), false);
    }));

  it('stands beside the demo site, and each is refreshed and left for itself', () =>
    Prompts.during(async () => {
      await connectTo('small');
      const roots = await childrenOf(api);
      assert.equal(roots.length, 2);
      const [live, demo] = roots;
      assert.match(live?.label ?? '', /^PS1/);
      await run('configmgrContent.content.findMissing', live?.node);
      await run('configmgrContent.content.findMissing', demo?.node);
      await eventually('two pages', () => pages().length === 2);
      assert.ok(pages().some((title) => title.includes(server.database)));
      await run('configmgrContent.site.disconnect', demo?.node);
      assert.equal(liveSite(api)?.state.phase, 'connected');
      assert.deepEqual(
        (await childrenOf(api)).map(({ label }) => label),
        [live?.label],
      );
      assert.ok((await childrenOf(api, await find(api, 'Distribution Points'))).length > 5);
    }));

  it('keeps what was read when the server goes away, says so, and recovers', () =>
    Prompts.during(async (prompts) => {
      const [root] = await childrenOf(api);
      await server.setFaults({ goneAfterRows: 0 });
      await run('configmgrContent.site.refresh', root?.node);
      assert.match(liveSite(api)?.state.problem?.message ?? '', /Refresh/);
      assert.ok(liveSite(api)?.state.summary !== undefined);
      assert.match(api.view.message ?? '', /Not fresh/);
      assert.equal(prompts.errors.length, 1);
      await server.setFaults({});
      await run('configmgrContent.site.refresh', root?.node);
      assert.equal(liveSite(api)?.state.problem, undefined);
    }));

  it('says what is wrong with a password, stays in the tree, and connects with the right one', () =>
    Prompts.during(async (prompts) => {
      const [root] = await childrenOf(api);
      prompts.inputs.push(placeOf(server), 'not the password');
      prompts.picks.push(trustingLogin);
      await run('configmgrContent.site.edit', root?.node);
      assert.equal(liveSite(api)?.state.phase, 'none');
      assert.match(liveSite(api)?.state.problem?.message ?? '', /password/i);
      assert.doesNotMatch(liveSite(api)?.state.problem?.message ?? '', /not the password/);
      const [left] = await childrenOf(api);
      assert.match(left?.description ?? '', /not connected/);
      prompts.inputs.push(placeOf(server), server.password);
      prompts.picks.push(trustingLogin);
      await run('configmgrContent.site.edit', left?.node);
      assert.equal(liveSite(api)?.state.phase, 'connected');
      assert.equal(configured().length, 1);
    }));

  it('does not send its password to another server or account when it is edited', () =>
    Prompts.during(async (prompts) => {
      const before = (await server.statistics()).logins.length;
      const [root] = await childrenOf(api);
      prompts.inputs.push(placeOf(server).replace(server.user, 'someone'), '');
      prompts.picks.push(trustingLogin);
      await run('configmgrContent.site.edit', root?.node);
      assert.match(liveSite(api)?.state.problem?.message ?? '', /entered for another server or account/);
      assert.equal((await server.statistics()).logins.length, before);
      const [left] = await childrenOf(api);
      prompts.inputs.push(placeOf(server), '');
      prompts.picks.push(trustingLogin);
      await run('configmgrContent.site.edit', left?.node);
      assert.equal(liveSite(api)?.state.phase, 'connected');
    }));

  it('is tested capability by capability, with what each lacks', () =>
    Prompts.during(async (prompts) => {
      const [root] = await childrenOf(api);
      prompts.picks.push(([none]) => none);
      await run('configmgrContent.site.test', root?.node);
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /Read the site database \| OK/);
      assert.match(text, /Reach the SMS Provider \| Missing/);
      assert.match(text, /least right/i);
      assert.equal(text.includes(server.password), false);
    }));

  it('has left its password in no file: no setting, no state, no log', () => {
    const { searched, found } = filesHolding(server.password);
    assert.deepEqual(found, []);
    assert.ok(searched > 5, `${searched} files were looked into`);
    assert.ok(filesHolding(server.database).found.length > 0, 'what is written is found');
  });

  it('is forgotten with its password', () =>
    Prompts.during(async (prompts) => {
      const [root] = await childrenOf(api);
      prompts.press = 'Forget';
      await run('configmgrContent.site.forget', root?.node);
      await eventually('an empty list', () => api.sites.every(({ key }) => key === 'demo'));
      assert.deepEqual(configured(), []);
      const { connections } = await server.statistics();
      assert.equal(connections, 0);
    }));
});
