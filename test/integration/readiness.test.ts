import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { childrenOf, find } from './support/outline';
import { Prompts } from './support/prompts';
import { connectTo, eventually, leave, pages, run } from './support/window';

const shown = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;

describe('what needs content', function () {
  this.timeout(60_000);
  before(() => connectTo('small'));
  after(leave);

  it('Check Readiness opens a report, and shows what blocks when it is asked to', () =>
    Prompts.during(async (prompts) => {
      prompts.picks.push((items) => items.find(({ label }) => label === 'Deploy Windows 11 24H2'));
      prompts.press = 'Show Blocking Content';
      await run('configmgrContent.content.checkReadiness');
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'configmgr-readiness');
      assert.equal(document?.languageId, 'markdown');
      assert.match(
        document.getText(),
        /^# Readiness of task sequence 'Deploy Windows 11 24H2'[^]*\*\*Not ready\.\*\*/,
      );
      assert.match(prompts.said[0]?.message ?? '', /is not ready: \d+ of its packages block it/);
      await eventually('the page', () => pages().includes('Missing Content'));
    }));

  it('Check Readiness does nothing when nothing is chosen', () =>
    Prompts.during(async ({ said }) => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await run('configmgrContent.content.checkReadiness');
      assert.equal(shown(), undefined);
      assert.deepEqual(said, []);
    }));

  it('Show What Needs This Package opens a report of the package that was chosen', async () => {
    const api = await connectTo('small');
    const packages = await childrenOf(api, await find(api, 'Packages'));
    const boot = packages.find(({ label }) => label === 'Boot image (x64)');
    assert.ok(boot?.node.kind === 'package');
    await run('configmgrContent.content.showNeeds', boot.node);
    assert.ok(shown()?.getText().startsWith(`# What needs Boot image (x64) (${boot.node.packageId})`));
    assert.match(shown()?.getText() ?? '', /\| boot image \|/);
  });
});
