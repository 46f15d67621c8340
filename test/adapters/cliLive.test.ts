import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExportRow } from '../../extension/core/export/exportRow';
import { repairNeed } from '../../extension/core/reconcile/verdict';
import { startTdsServer, type RunningTdsServer } from '../support/tds/startTdsServer';
import { ran, type Ran } from '../unit/cli/running';
import { now, withSite } from './demoSites';

const variable = 'CONFIGMGR_SQL_PASSWORD';

describe('the command line on a SQL server', function () {
  this.timeout(60_000);
  let server: RunningTdsServer;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
    const site = { size: 'small', seed: 3, release: '1806', now } as const;
    server = await startTdsServer({ site, database: 'CM_PS1', password: 'right one' });
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await server.close();
  });

  const live = (...more: readonly string[]): readonly string[] => [
    ...['missing', '--sql-server', `127.0.0.1,${server.port}`, '--database', server.database],
    ...['--user', server.user, '--no-encrypt', ...more],
  ];
  const read = (...more: readonly string[]): Promise<Ran> =>
    ran(live(...more), { [variable]: server.password });

  it('reads the site and says what is missing there', async () => {
    const { code, output, said } = await read('--format', 'json', '--filter', 'repair:yes');
    assert.equal(code, 1, said);
    const rows = JSON.parse(output) as readonly ExportRow[];
    await withSite({ seed: 3 }, ({ truth }) => {
      const needing = [...truth.pairs.values()].filter(({ verdict }) => repairNeed(verdict) === 'yes');
      assert.equal(rows.length, needing.length);
    });
    for (const row of rows) assert.equal(row.needsRepair, true);
  });

  it('reads it as a profile of a file says', async () => {
    const file = path.join(folder, 'sites.json');
    const site = {
      ...{ id: 'hq', name: 'Head office', server: '127.0.0.1', port: server.port, database: server.database },
      ...{ authentication: 'sql', user: server.user, encrypt: false },
    };
    writeFileSync(file, `\ufeff${JSON.stringify([{ id: 'x', server: 'y', oddity: 1 }, site])}`);
    const environment = { [variable]: server.password };
    const { code, said } = await ran(['missing', '--site', 'head OFFICE', '--sites', file], environment);
    assert.equal(code, 1, said);
    assert.match(said, /configmgrContent\.sites\[0\]\.oddity/, 'what is wrong with others is said');
    const unknown = await ran(['missing', '--site', 'other', '--sites', file], environment);
    assert.equal(unknown.code, 2);
    assert.match(unknown.said, /no site "other" that can be used; it has hq\./);
  });

  it('says what is wrong with a password, and never which it was', async () => {
    const { code, output, said } = await ran(live(), { [variable]: 'the wrong one' });
    assert.equal(code, 2);
    assert.equal(output, '');
    assert.match(said, /login|password/i);
    assert.doesNotMatch(said, /the wrong one/);
    const none = await ran(live(), {});
    assert.equal(none.code, 2);
    assert.match(none.said, /environment variable CONFIGMGR_SQL_PASSWORD/);
  });

  it('fails and leaves no file when the server goes away while it is read', async () => {
    const file = path.join(folder, 'broken.json');
    await server.setFaults({ goneAfterRows: 200 });
    const { code, said } = await read('--format', 'json', '--output', file);
    await server.setFaults({});
    assert.equal(code, 2);
    assert.match(said, /lost its connection|ended/);
    assert.ok(!existsSync(file));
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  it('names a server that does not answer', async () => {
    const { code, said } = await ran(
      ['missing', '--sql-server', '127.0.0.1,1', '--database', 'CM_PS1', '--user', 'x'],
      { [variable]: 'x' },
    );
    assert.equal(code, 2);
    assert.match(said, /127\.0\.0\.1/);
  });

  it('holds no connection afterwards', async () => {
    assert.equal((await server.statistics()).connections, 0);
  });
});
