import assert from 'node:assert/strict';
import { openSqlServer } from '../../extension/adapters/sql/openSqlServer';
import type { SqlServerDatabase } from '../../extension/adapters/sql/sqlServerDatabase';
import type { SiteConnectFailureKind } from '../../extension/ports/siteConnectError';
import { never, readErrorOf, rowsOf, timed } from '../contract/asking';
import type { Faults } from '../support/tds/faults';
import { defaultOptions } from '../support/tds/options';
import { startTdsServer, type RunningTdsServer } from '../support/tds/startTdsServer';
import {
  connectErrorOf,
  generated,
  handles,
  heldAgain,
  openOn,
  optionsOf,
  slack,
  soon,
  timeOuts,
} from './sqlServers';

/** What is read here is generated. */
const site = { ...defaultOptions.site, size: 'empty' as const };

describe('connecting to a SQL Server', () => {
  let server: RunningTdsServer;

  before(async () => {
    server = await startTdsServer({ site });
  });
  after(() => server.close());
  afterEach(() => server.setFaults({}));

  it('introduces itself, for reading only', async () => {
    const database = await openOn(server);
    await database.close();
    const { logins } = await server.statistics();
    const { application, readOnlyIntent, encrypted } = logins.at(-1) ?? {};
    assert.deepEqual([application, readOnlyIntent, encrypted], ['ConfigMgr Content', true, false]);
  });

  const wrong = { kind: 'sql' as const, user: 'reader', password: 'wr0ng' };
  const encrypted = { encrypt: true, server: 'localhost' };
  const refusals: readonly (readonly [
    string,
    SiteConnectFailureKind,
    RegExp,
    () => Promise<SqlServerDatabase>,
    Faults?,
  ])[] = [
    ['a wrong password', 'login', /"reader".*Check both/, () => openOn(server, { authentication: wrong })],
    ['a locked login', 'locked', /locked.*unlocked/, () => openOn(server), { login: 'locked' }],
    ['an expired password', 'passwordExpired', /Change it/, () => openOn(server), { login: 'expired' }],
    ['an unknown database', 'database', /"CM_XXX".*CM_XYZ/, () => openOn(server, { database: 'CM_XXX' })],
    ['a port where nothing listens', 'refused', /Check port/, () => openOn(server, { port: 1 })],
    ['an unknown name', 'unknownHost', /"none\.invalid"/, () => openOn(server, { server: 'none.invalid' })],
    [
      'encryption that the server demands',
      'tlsRequired',
      /Turn encryption on/,
      () => openOn(server),
      { encryption: 'required' },
    ],
    [
      'encryption that the server lacks',
      'tlsRefused',
      /nothing was sent/,
      () => openOn(server, encrypted),
      { encryption: 'unsupported' },
    ],
    [
      'a certificate that nobody vouches for',
      'certificate',
      /self-signed.*nobody checks/,
      () => openOn(server, encrypted),
    ],
    [
      'a server that says nothing',
      'timeout',
      /within 1 s/,
      () => openOn(server, { connectTimeout: soon }),
      { stallBefore: 'prelogin' },
    ],
    [
      'a server that stops at the login',
      'timeout',
      /within 1 s/,
      () => openOn(server, { connectTimeout: soon }),
      { stallBefore: 'login' },
    ],
    ['a server that hangs up', 'lost', /Try again/, () => openOn(server), { goneAtLogin: true }],
  ];
  for (const [what, kind, words, open, faults = {}] of refusals)
    it(`names the cause and the next step: ${what}`, async () => {
      await server.setFaults(faults);
      const before = handles();
      const { took, value: error } = await timed(connectErrorOf(open()));
      assert.equal(error.kind, kind, error.message);
      assert.match(error.message, words);
      const limit = kind === 'timeout' ? soon : timeOuts.connectTimeout;
      assert.ok(took < limit + slack, `${took} ms`);
      await server.setFaults({});
      const database = await openOn(server);
      assert.ok((await database.serverTime(never)) > 0);
      await database.close();
      await heldAgain(before);
    });

  it('sends no login to a server that cannot encrypt', async () => {
    const { logins } = await server.statistics();
    await server.setFaults({ encryption: 'unsupported' });
    await connectErrorOf(openOn(server, encrypted));
    assert.equal((await server.statistics()).logins.length, logins.length);
  });

  it('connects by a Windows account and its password', async () => {
    const { domain, user, password } = server;
    const account = { kind: 'ntlm' as const, domain, user, password };
    const database = await openOn(server, { authentication: account });
    assert.ok((await database.serverTime(never)) > 0);
    await database.close();
    const stranger = openOn(server, { authentication: { ...account, domain: 'ELSEWHERE' } });
    const { kind, message } = await connectErrorOf(stranger);
    assert.equal(kind, 'login');
    assert.ok(message.includes(`"ELSEWHERE\\${user}"`), message);
  });

  it('is cancelled at once, and leaves nothing open', async () => {
    await server.setFaults({ stallBefore: 'prelogin' });
    const before = handles();
    const cancel = new AbortController();
    const connecting = connectErrorOf(openSqlServer(optionsOf(server), cancel.signal));
    setTimeout(() => cancel.abort(), 100);
    const { took, value } = await timed(connecting);
    assert.equal(value.kind, 'cancelled');
    assert.ok(took < 1000, `${took} ms`);
    await heldAgain(before);
  });

  it('ends what is read when it is closed, and holds nothing afterwards', async () => {
    await server.setFaults({ stallAfterRows: 2500, onlyWith: 'generated_rows' });
    const before = handles();
    const closing = await openOn(server);
    const readings = [1, 2, 3, 4].map(() => readErrorOf(rowsOf(closing, generated(5000))));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await closing.close();
    for (const error of await Promise.all(readings)) assert.equal(error.kind, 'lost', error.message);
    assert.equal((await readErrorOf(rowsOf(closing, generated(1)))).kind, 'lost');
    await heldAgain(before);
  });
});
