import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { childrenOf, find } from './support/outline';
import { Prompts } from './support/prompts';
import { connectTo, eventually, leave, run } from './support/window';

const distmgr = path.join(__dirname, '../grammar/fixtures/distmgr.log');

const show = async (file: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.file(file)));

/** What the log server answers, as soon as it has something to answer. */
const answered = async <T>(command: string, ...args: readonly unknown[]): Promise<readonly T[]> => {
  for (let tries = 0; tries < 100; tries++) {
    const found = await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...args);
    if (found !== undefined && found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new assert.AssertionError({ message: `${command} answered nothing` });
};

const press = async ({ command, arguments: given }: vscode.Command): Promise<void> => {
  await vscode.commands.executeCommand(command, ...((given ?? []) as unknown[]));
};

describe('a log in the editor', function () {
  this.timeout(60_000);
  let editor: vscode.TextEditor;
  before(async () => {
    editor = await show(distmgr);
  });
  after(leave);

  it('has an outline in groups', async () => {
    const groups = await answered<vscode.DocumentSymbol>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    const packages = groups.find(({ name }) => name === 'Packages');
    assert.deepEqual(
      packages?.children.map(({ name }) => name),
      ['CS100026', 'CS10002A', 'CS100031'],
    );
  });

  it('goes from error to error, and around the ends', async () => {
    const isError = (): boolean =>
      /fail|error|SEV=E/i.test(editor.document.lineAt(editor.selection.active.line).text);
    await vscode.window.showTextDocument(editor.document);
    await run('configmgrContent.log.nextError');
    const first = editor.selection.active.line;
    assert.ok(first > 0 && isError());
    await run('configmgrContent.log.previousError');
    const last = editor.selection.active.line;
    assert.ok(last > first && isError());
    await run('configmgrContent.log.nextError');
    assert.equal(editor.selection.active.line, first);
  });

  it('says what to do first where a lens needs a site', async () => {
    await run('configmgrContent.site.disconnect');
    const lenses = await answered<vscode.CodeLens>('vscode.executeCodeLensProvider', editor.document.uri, 20);
    const redistribution = lenses.find(({ command }) =>
      command?.title.startsWith('Redistribute to '),
    )?.command;
    assert.ok(redistribution);
    await Prompts.during(async ({ said }) => {
      await press(redistribution);
      assert.deepEqual(
        said.map(({ message }) => message),
        ['No site is connected. Connect to one, or open the demo site.'],
      );
    });
  });

  it('plans to redistribute what a lens is about, and writes nothing', async () => {
    const api = await connectTo('small');
    await eventually('the site', () => api.state.facts);
    const dp = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
    const pairs = await childrenOf(api, dp);
    const pair = pairs.find(({ item }) => item.contextValue === 'pair problems')?.node;
    assert.ok(pair?.kind === 'pair');
    const folder = mkdtempSync(path.join(tmpdir(), 'logs-'));
    try {
      const log = path.join(folder, 'PkgXferMgr.log');
      const stamp = '$$<SMS_PACKAGE_TRANSFER_MANAGER><06-14-2018 06:26:25.828-60><thread=9112 (0x2398)>';
      writeFileSync(
        log,
        `Sending failed for package ${pair.packageId}, server: ${dp.label}, DPPriority: 200  ${stamp}\r\n`,
      );
      const { document } = await show(log);
      const lenses = await answered<vscode.CodeLens>('vscode.executeCodeLensProvider', document.uri, 9);
      const [reveal, redistribute] = lenses.map(({ command }) => command);
      const name = api.state.index?.packageName(pair.packageId) ?? '';
      assert.equal(reveal?.title, `${pair.packageId} ${name}`);
      assert.equal(redistribute?.title, `Redistribute to ${dp.label.toLowerCase()}…`);
      await press(redistribute);
      assert.equal(api.plan.phase, 'review');
      const { steps = [], refused = [] } = api.plan.plan ?? {};
      assert.deepEqual(
        [...steps, ...refused].map(({ packageId, dpName }) => [packageId, dpName]),
        [[pair.packageId, dp.label]],
      );
      assert.ok(api.plan.outcomes.every(({ kind }) => kind === 'waiting'));

      await press(reveal);
      const [selected] = api.view.selection;
      assert.ok(selected?.kind === 'package' && selected.packageId === pair.packageId);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
