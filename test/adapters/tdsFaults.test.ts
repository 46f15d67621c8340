import assert from 'node:assert/strict';
import type { Connection } from 'tedious';
import type { Faults } from '../support/tds/faults';
import {
  ask,
  askRows,
  connect,
  lendConnection,
  protocolErrorOf,
  secure,
  type ClientOptions,
} from '../support/tds/tediousClient';
import { startTdsServer, type RunningTdsServer } from '../support/tds/startTdsServer';

describe('logins and misbehaviour of the TDS server of the tests', () => {
  let server: RunningTdsServer;
  before(async function () {
    this.timeout(30_000);
    server = await startTdsServer();
  });
  afterEach(() => server.setFaults({}));
  after(() => server.close());

  const using = <T>(use: (connection: Connection) => Promise<T>, client?: ClientOptions): Promise<T> =>
    lendConnection(server, use, client);

  describe('logins', () => {
    it('are told with application, database and intent', async () => {
      await using(() => Promise.resolve(), {
        options: { appName: 'ConfigMgr Content', readOnlyIntent: true, ...secure.options },
      });
      assert.deepEqual((await server.statistics()).logins.at(-1), {
        user: server.user,
        application: 'ConfigMgr Content',
        database: server.database,
        readOnlyIntent: true,
        encrypted: true,
        accepted: true,
      });
    });

    it('are taken by NTLM', async () => {
      await using(
        async (connection) => {
          const [row] = await askRows(connection, 'SELECT SUSER_SNAME() AS who');
          assert.deepEqual(row, { who: 'CONTOSO\\reader' });
        },
        { domain: 'contoso', ...secure },
      );
    });

    const refusals: readonly (readonly [string, Faults, ClientOptions, readonly number[]])[] = [
      ['wrong password', {}, { password: 'wrong' }, [18456]],
      ['unknown user', {}, { user: 'nobody' }, [18456]],
      ['unknown database', {}, { options: { database: 'CM_XXX' } }, [4060, 18456]],
      ['wrong Windows password', {}, { domain: 'contoso', password: 'wrong' }, [18452]],
      ['unknown domain', {}, { domain: 'fabrikam' }, [18452]],
      ['locked login', { login: 'locked' }, {}, [18486]],
      ['expired password', { login: 'expired' }, {}, [18487]],
      ['errors without numbers', { unnumbered: true }, { password: 'wrong' }, [50000]],
    ];
    for (const [why, faults, client, numbers] of refusals)
      it(`are refused: ${why}`, async () => {
        await server.setFaults(faults);
        const heard: number[] = [];
        await assert.rejects(
          connect(server, client, (number) => heard.push(number)),
          { code: 'ELOGIN' },
        );
        assert.deepEqual(heard, numbers);
      });

    const stalled: ClientOptions = { options: { connectTimeout: 200 } };
    const failures: readonly (readonly [string, Faults, ClientOptions, object])[] = [
      ['no answer to PRELOGIN', { stallBefore: 'prelogin' }, stalled, { code: 'ETIMEOUT' }],
      ['no answer to LOGIN7', { stallBefore: 'login' }, stalled, { code: 'ETIMEOUT' }],
      ['gone', { goneAtLogin: true }, {}, { code: 'ESOCKET' }],
      ['encryption is required', { encryption: 'required' }, {}, { code: 'EENCRYPT' }],
      [
        'an untrusted certificate',
        {},
        { options: { encrypt: true } },
        { message: /self-signed certificate/ },
      ],
    ];
    for (const [why, faults, client, error] of failures)
      it(`do not come about: ${why}`, async () => {
        await server.setFaults(faults);
        await assert.rejects(connect(server, client), error);
      });

    it('are encrypted for a client that trusts the certificate', async () => {
      await server.setFaults({ encryption: 'required' });
      const trusting = { encrypt: true, cryptoCredentialsDetails: { ca: server.certificate } };
      await using(
        async (connection) => {
          assert.deepEqual(await askRows(connection, 'SELECT 1 AS n'), [{ n: 1 }]);
        },
        { options: trusting },
      );
    });

    it('are in clear when the server cannot encrypt', async () => {
      await server.setFaults({ encryption: 'unsupported' });
      await using(() => Promise.resolve(), secure);
      assert.equal((await server.statistics()).logins.at(-1)?.encrypted, false);
    });
  });

  describe('misbehaviour', () => {
    const rows = 'SELECT Id, Name FROM generated_rows WHERE Id <= 5000';
    const cases: readonly (readonly [Faults, object])[] = [
      [{ goneAfterRows: 3000 }, { code: 'ECONNRESET' }],
      [{ killAfterRows: 3000 }, { number: 596 }],
      [{ killAfterRows: 0 }, { number: 596 }],
      [{ stallAfterRows: 0 }, { code: 'ETIMEOUT' }],
      [{ error: { number: 1205, times: 1 } }, { number: 1205, class: 13 }],
      [{ error: { number: 1222, times: 1, afterRows: 3000 } }, { number: 1222 }],
      [{ error: { number: 229, times: 1 } }, { number: 229 }],
      [{ error: { number: 230, times: 1 }, unnumbered: true }, { number: 50000 }],
    ];
    for (const [faults, error] of cases)
      it(JSON.stringify(faults), async () => {
        await using(
          async (connection) => {
            await server.setFaults({ ...faults, onlyWith: 'generated_rows' });
            await assert.rejects(ask(connection, rows), error);
          },
          { options: { requestTimeout: 300 } },
        );
        // The same server is there for the next connection, and an error told once is not told again.
        if (faults.error === undefined) await server.setFaults({});
        assert.equal((await using((connection) => ask(connection, rows)))[0]?.rows.length, 5000);
      });

    it('names columns in lower case', async () => {
      await server.setFaults({ lowerCaseColumns: true });
      const [row] = await using((connection) =>
        askRows(connection, 'SELECT Id FROM generated_rows WHERE Id <= 1'),
      );
      assert.deepEqual(row, { id: 1 });
    });

    it('breaks the protocol', async () => {
      for (const malformed of ['token', 'length', 'row'] as const) {
        await server.setFaults({ malformedAfterRows: 10, malformed, onlyWith: 'generated_rows' });
        await using(async (connection) => {
          const asked = ask(connection, rows);
          await assert.rejects(
            Promise.race([asked, protocolErrorOf(connection)]),
            /Unknown type|process incoming|end of data/,
          );
          asked.catch(() => undefined);
        });
      }
    });
  });

  describe('afterwards', () => {
    it('loses every connection that its client closed', async () => {
      for (let tries = 0; (await server.statistics()).connections > 0; tries++) {
        assert.ok(tries < 20, 'connections are left');
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    });
  });
});
