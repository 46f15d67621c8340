import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startTdsServer } from '../../support/tds/startTdsServer';

const bundle = path.join(__dirname, '../../../dist/cli/main.js');

const runBundle = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string; readonly said: string }> =>
  new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 };
    const child = execFile(process.execPath, [bundle, ...args], options, (_, output, said) =>
      resolve({ code: child.exitCode, output, said }),
    );
  });

describe('the bundled command line', function () {
  this.timeout(60_000);

  it('is run by Node wherever its name is called', () =>
    assert.ok(readFileSync(bundle, 'utf8').startsWith('#!/usr/bin/env node\n')));

  it('gives data on the standard output and nothing else', async () => {
    const { code, output, said } = await runBundle(['missing', '--demo', 'small', '--format', 'json']);
    assert.equal(code, 1, said);
    assert.ok((JSON.parse(output) as readonly unknown[]).length > 20);
    assert.match(said, /Reading site PS1/);
  });

  it('tells all its options', async () => {
    const { code, output } = await runBundle(['--help']);
    assert.equal(code, 0);
    for (const option of [
      '--demo',
      '--sql-server',
      '--windows-auth',
      '--sites',
      '--all',
      '--redact',
      'Exit codes',
    ])
      assert.ok(output.includes(option), option);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [
      bundle,
      'missing',
      '--demo',
      'small',
      '--all',
      '--format',
      'json',
    ]);
    let said = '';
    child.stderr.on('data', (text) => (said += String(text)));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    assert.ok(code === 0 || code === 1, String(code));
    assert.doesNotMatch(said, /EPIPE|Error/);
  });

  it('reads a SQL server, and says why one refuses it', async () => {
    const site = { size: 'small', seed: 3, release: 'current', now: Date.now() } as const;
    const server = await startTdsServer({ site, database: 'CM_PS1' });
    try {
      const place = [
        '--sql-server',
        `127.0.0.1,${server.port}`,
        '--database',
        'CM_PS1',
        '--user',
        server.user,
      ];
      const args = ['missing', ...place, '--no-encrypt', '--format', 'csv'];
      const read = await runBundle(args, { CONFIGMGR_SQL_PASSWORD: server.password });
      assert.equal(read.code, 1, read.said);
      assert.match(read.output, /^packageId,/);
      const refused = await runBundle(args, { CONFIGMGR_SQL_PASSWORD: 'not this one' });
      assert.equal(refused.code, 2);
      assert.equal(refused.output, '');
      assert.match(refused.said, /password/i);
    } finally {
      await server.close();
    }
  });
});
