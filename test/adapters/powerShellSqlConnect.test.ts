import assert from 'node:assert/strict';
import { ShellPool } from '../../extension/adapters/powershell/shellPool';
import { WindowsSqlDatabase } from '../../extension/adapters/powershell/windowsSqlDatabase';
import { SiteConnectError } from '../../extension/ports/siteConnectError';
import { eventually } from '../support/fakeShell/lendShell';
import { complete, header, rows, sqlError, windowsSql, withDatabase } from '../support/fakeShell/sqlShell';

const never = new AbortController().signal;

describe('connecting with the Windows account', () => {
  it('reads once', () =>
    withDatabase([{ lines: [header(0, { Now: 'time' }), rows([1])], ...complete(1) }], async (database) =>
      database.connect(never),
    ));

  it('says what stood in the way', async () => {
    const cases: readonly (readonly [number, SiteConnectError['kind'], RegExp, string?])[] = [
      [18456, 'login', /SQL01\\CM refused the login of your Windows account/],
      [18452, 'login', /your Windows account/],
      [0, 'login', /SSPI/, 'Cannot generate SSPI context.'],
      [-2146893022, 'login', /SSPI/, 'The target principal name is incorrect. Cannot generate SSPI context.'],
      [4060, 'database', /CM_ABC/],
      [11001, 'unknownHost', /SQL01/],
      [10061, 'refused', /Nothing answers/],
      [-2, 'timeout', /15 s/],
      [26, 'unknownInstance', /Browser/],
      [20, 'tlsRefused', /encrypt/],
      [-2146893019, 'certificate', /not trusted/],
      [-2146893022, 'certificate', /another name/, 'The target principal name is incorrect.'],
      [10054, 'lost', /ended the connection/],
      [99_999, 'failed', /The server said so/],
    ];
    await withDatabase(
      cases.map(([number, , , message]) => sqlError(number, message, 'connect')),
      async (database) => {
        for (const [number, kind, words] of cases)
          await assert.rejects(database.connect(never), (error) => {
            assert.ok(error instanceof SiteConnectError, String(error));
            assert.equal(error.kind, kind, `${number}: ${error.message}`);
            assert.match(error.message, words);
            return true;
          });
      },
    );
  });

  it('a PowerShell without SqlClient, and none at all, are told as such', async () => {
    const error = { kind: 'noSqlClient', message: 'Neither is here.', errorId: '' };
    const refused = (words: RegExp) => (thrown: unknown) =>
      thrown instanceof SiteConnectError && thrown.kind === 'noPowerShell' && words.test(thrown.message);
    await withDatabase([{ then: 'fail', error }], (database) =>
      assert.rejects(database.connect(never), refused(/SqlClient/)),
    );
    const none = new ShellPool({ executable: '/no/pwsh', callsPerProcess: 1, startTimeout: 1000 }, 1);
    const database = new WindowsSqlDatabase(none, windowsSql);
    await assert.rejects(database.connect(never), refused(/could not be started/));
    await database.close();
  });

  it('a cancel frees the caller at once', () =>
    withDatabase([{ then: 'silence' }], async (database, shell) => {
      const cancel = new AbortController();
      const connecting = database.connect(cancel.signal);
      await eventually(() => assert.equal(shell.requests().length, 1));
      const began = Date.now();
      cancel.abort();
      await assert.rejects(
        connecting,
        (error) => error instanceof SiteConnectError && error.kind === 'cancelled',
      );
      assert.ok(Date.now() - began < 200);
    }));
});
