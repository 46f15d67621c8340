import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { contentApi, eventually, run } from './support/window';

const record = (message: string): string =>
  `<![LOG[${message}]LOG]!><time="15:30:09.905-480" date="05-09-2023" component="A" context="" type="1" thread="7" file="a.cpp:1">\r\n`;

const customTabs = (): readonly string[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputCustom ? [input.viewType] : []));

describe('the log view', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'log-view-'));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens as an editor of the file, and follows what is appended', async () => {
    const api = await contentApi();
    const file = path.join(folder, 'distmgr.log');
    writeFileSync(file, record('one').repeat(10));
    await run('configmgrContent.logView.open', vscode.Uri.file(file));
    await eventually('the editor', () => customTabs().includes('configmgrContent.log'));
    await eventually('the records', () => api.log?.records === 10);
    appendFileSync(file, record('two').repeat(5));
    await eventually('the appended records', () => api.log?.records === 15);
  });
});
