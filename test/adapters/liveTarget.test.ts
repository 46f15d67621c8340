import assert from 'node:assert/strict';
import path from 'node:path';
import { allRights } from '../support/tds/rights';
import { targetOf } from '../tsql/target';
import { startTdsServer, type RunningTdsServer } from '../support/tds/startTdsServer';

const root = path.join(__dirname, '../..');

/** Runs `npm run test:tsql` with nothing else of it in the environment. */
const testTsql = async (
  named: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> => {
  const { run } = await import('../../scripts/run.mjs');
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('TSQL_') && name !== 'TEST_COUNTS'),
  );
  return run(process.execPath, [path.join(root, 'scripts/testTsql.mjs')], {
    cwd: root,
    env: { ...env, ...named },
  });
};

describe('npm run test:tsql', () => {
  let server: RunningTdsServer;
  before(async function () {
    this.timeout(30_000);
    // As little as a server may offer.
    server = await startTdsServer({
      encryption: 'unsupported',
      rights: { ...allRights, tellsRights: false },
      faults: { ignoreAttention: true, unnumbered: true, lowerCaseColumns: true },
    });
  });
  after(() => server.close());

  it('passes on any T-SQL server, and leaves nothing behind', async () => {
    const { code, output } = await testTsql({
      TSQL_HOST: server.host,
      TSQL_PORT: String(server.port),
      TSQL_USER: server.user,
      TSQL_PASSWORD: server.password,
      TSQL_DATABASE: 'master',
      TSQL_ENCRYPT: 'false',
    });
    assert.equal(code, 0, output);
    assert.match(output, /tells the truth, pair by pair/);
    assert.ok(!output.includes(server.password));
    assert.deepEqual((await server.statistics()).databases, ['master', server.database]);
  }).timeout(180_000);

  it('says what is wrong with the login, and never with which password', async () => {
    const { code, output } = await testTsql({
      TSQL_HOST: server.host,
      TSQL_PORT: String(server.port),
      TSQL_USER: server.user,
      TSQL_PASSWORD: 'not the password',
    });
    assert.notEqual(code, 0);
    assert.match(output, /Could not log in.*TSQL_USER/);
    assert.ok(!output.includes('not the password'));
  }).timeout(60_000);

  it('says what is wrong with what was set', () => {
    const named = { TSQL_HOST: 'sql01', TSQL_USER: 'reader', TSQL_PASSWORD: 'x' };
    assert.equal(targetOf({ ...named, TSQL_ENCRYPT: 'True' }).encrypt, true);
    assert.equal(targetOf(named).port, 1433);
    assert.throws(() => targetOf({ ...named, TSQL_PORT: 'sql01' }), /TSQL_PORT .*whole number/);
    assert.throws(() => targetOf({ ...named, TSQL_ENCRYPT: 'maybe' }), /TSQL_ENCRYPT .*true or false/);
  });

  it('says what to set when no server is named', async () => {
    const { code, output } = await testTsql({ TSQL_HOST: 'sql.contoso.com' });
    assert.equal(code, 2);
    assert.match(output, /Nothing was run: set TSQL_USER, TSQL_PASSWORD/);
  });
});
