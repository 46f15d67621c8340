import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vsixFile } from '../../scripts/project.mjs';
import { openWindow, type Window } from '../../scripts/vscode/window.mjs';

describe('a window whose workspace is not trusted', () => {
  let folder: string;
  let server: Server;
  let window: Window;
  let connections = 0;

  before(async function () {
    this.timeout(180_000);
    folder = mkdtempSync(path.join(tmpdir(), 'untrusted-'));
    server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const site = (name: string): Record<string, unknown> => ({
      id: name.toLowerCase().replaceAll(' ', '-'),
      name,
      server: '127.0.0.1',
      port,
      database: 'CM_PS1',
      authentication: 'windows',
    });
    // What the workspace would have started, or connected to.
    const settings = {
      'configmgrContent.sites': [site('Of the workspace')],
      'configmgrContent.powerShellPath': path.join(folder, 'started.cmd'),
    };
    mkdirSync(path.join(folder, '.vscode'));
    writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    window = await openWindow({
      vscode: 'newest',
      vsix: vsixFile,
      folder,
      userSettings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
      machineSettings: { 'configmgrContent.sites': [site('Of the user')] },
    });
  });

  after(async () => {
    await window.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the sites of the user, connects to none of them, and says how to', async function () {
    this.timeout(180_000);
    const { page, workbench } = window;
    await page.getByText('Restricted Mode').first().waitFor();
    await workbench.openView('ConfigMgr Content');
    const sidebar = page.locator('.part.sidebar');
    await sidebar.getByText('Of the user').first().waitFor();
    assert.equal(await sidebar.getByText('Of the workspace').count(), 0);

    await workbench.runCommand('ConfigMgr Content: Connect to a Site…');
    await page.locator('.quick-input-widget').getByText('Of the user').first().click();
    await workbench.notification(/This workspace is not trusted, so no site is connected to/);
    assert.equal(connections, 0);
  });

  it('opens the demo site, which is of this machine', async function () {
    this.timeout(180_000);
    const { page, workbench } = window;
    await workbench.runCommand('ConfigMgr Content: Open the Demo Site');
    await page.locator('.part.sidebar').getByText('Distribution Points').first().waitFor({ timeout: 60_000 });
    assert.equal(connections, 0);
  });
});
