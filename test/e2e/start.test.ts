import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { launchChromium } from '../../scripts/vscode/chromium.mjs';
import { workbenchOf } from '../../scripts/vscode/workbench.mjs';

const root = path.join(__dirname, '../..');

/** Runs `npm start` as on a machine without a desktop; `address` resolves once it has been printed. */
const startDemo = () => {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--server', '--no-browser'], { cwd: root });
  let said = '';
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /http:\/\/127\.0\.0\.1:\S+/.exec(said)?.[0];
        if (found) resolve(found);
      });
    }
    child.once('exit', (code) => {
      reject(new Error(`npm start ended with ${code ?? 'a signal'}:\n${said}`));
    });
  });
  return { child, address };
};

describe('npm start without a desktop', () => {
  it('prints an address at which VS Code shows the extension, and stops on Ctrl+C', async () => {
    const { child, address } = startDemo();
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(await address);
      const workbench = workbenchOf(page);
      await workbench.ready();
      await workbench.openView('ConfigMgr Content');
      child.kill('SIGINT');
      const [code] = (await once(child, 'exit')) as [number | null];
      assert.equal(code, 0);
      await assert.rejects(fetch(await address), 'the server still answers after Ctrl+C');
    } finally {
      child.kill('SIGKILL');
      await browser.close();
    }
  });
});
