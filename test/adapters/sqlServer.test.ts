import assert from 'node:assert/strict';
import fc from 'fast-check';
import { batchText } from '../../extension/adapters/sql/batchText';
import { Spelt } from '../../extension/adapters/sql/catalogueQuery';
import { connectErrorOf, type ConnectTarget } from '../../extension/adapters/sql/connectFailure';
import { driverFailureOf, type DriverFailure } from '../../extension/adapters/sql/driverFailure';
import { readFailureOf } from '../../extension/adapters/sql/readFailure';
import { addressOf, addressText, type NamedServer } from '../../extension/adapters/sql/serverAddress';
import type { SiteConnectFailureKind } from '../../extension/ports/siteConnectError';
import type { SiteReadError } from '../../extension/ports/siteReadError';
import { checkedParameters } from '../../extension/queries/checkedParameters';
import { query } from '../contract/asking';
import { queryFiles } from '../unit/queries/allQueries';

const target: ConnectTarget = {
  address: addressOf({ server: 'SQL01' }),
  database: 'CM_P01',
  who: '"reader"',
  connectTimeout: 15_000,
};

/** An error as the driver throws it: what wraps it first. */
const thrown = (...layers: readonly Readonly<Record<string, unknown>>[]): unknown => {
  const [outer, ...inner] = layers;
  if (outer === undefined) return undefined;
  return Object.assign(new Error(), inner.length > 0 ? { cause: thrown(...inner) } : {}, outer);
};

const failed = (...layers: readonly Readonly<Record<string, unknown>>[]): DriverFailure =>
  driverFailureOf(thrown(...layers), 's3cret');

describe('SQL Server address', () => {
  const addresses: readonly (readonly [NamedServer, string])[] = [
    [{ server: 'SQL01' }, 'SQL01'],
    [{ server: 'SQL01', port: 1433 }, 'SQL01'],
    [{ server: 'SQL01', port: 1500 }, 'SQL01:1500'],
    [{ server: 'SQL01', instance: 'CM' }, 'SQL01\\CM'],
    [{ server: 'SQL01\\CM' }, 'SQL01\\CM'],
    [{ server: 'SQL01\\CM', port: 1500 }, 'SQL01:1500'],
    [{ server: 'SQL01', port: 1500, instance: 'CM' }, 'SQL01:1500'],
  ];
  for (const [named, text] of addresses)
    it(`${JSON.stringify(named)} is ${text}`, () => {
      assert.equal(addressText(addressOf(named)), text);
    });
});

describe('SQL Server batch', () => {
  it('materialises steps in order and ends each statement', () => {
    const asked = query('', {
      steps: [
        { name: 'dps', sql: "-- the site's own\nSELECT d.ID AS ID FROM v_DistributionPointInfo AS d" },
        { name: 'few', sql: "SELECT d.ID AS ID FROM {dps} AS d WHERE '{dps} -- no comment' <> @not" },
      ],
      results: [
        { name: 'one', sql: 'SELECT f.ID AS ID FROM {few} AS f /* all */' },
        { name: 'two', sql: 'SELECT COUNT(*) AS Dps FROM {dps} AS d -- counted' },
      ],
    });
    assert.equal(
      batchText(asked, 5000),
      `SET NOCOUNT ON;
SET DEADLOCK_PRIORITY LOW;
SET LOCK_TIMEOUT 5000;
SELECT * INTO #dps FROM (
SELECT d.ID AS ID FROM v_DistributionPointInfo AS d
) AS step_dps;
SELECT * INTO #few FROM (
SELECT d.ID AS ID FROM #dps AS d WHERE '{dps} -- no comment' <> @not
) AS step_few;
SELECT f.ID AS ID FROM #few AS f;
SELECT COUNT(*) AS Dps FROM #dps AS d;
`,
    );
  });

  it('leaves no step and no comment in any question of the site', () => {
    for (const { name, steps, results } of queryFiles()) {
      const instead = steps.map((step) => ({ ...step, sql: step.otherwise ?? step.sql }));
      for (const each of [steps, instead]) {
        const text = batchText(query('', { steps: each, results }), 1000);
        assert.doesNotMatch(text, /[{}]|--|\n\s*\n/, name);
        assert.equal(text.split(';\n').length - 1, 3 + steps.length + results.length, name);
      }
    }
  });
});

describe('query parameters', () => {
  const typed = query('SELECT @t AS T, @i AS I, @b AS B, @m AS M', {
    parameters: { t: 'text', i: 'int', b: 'bigint', m: 'time' },
  });
  const good = { t: '', i: -1, b: '-9223372036854775808', m: Date.UTC(2026, 0, 1) };

  it('takes what fits', () => {
    const checked = checkedParameters(typed, good);
    assert.deepEqual(Object.fromEntries(Array.from(checked, ([name, { value }]) => [name, value])), good);
  });

  const bad: readonly Readonly<Record<string, string | number>>[] = [
    { t: 1 },
    { i: 1.5 },
    { i: 2 ** 31 },
    { i: '1' },
    { i: NaN },
    { b: 1 },
    { b: '9223372036854775808' },
    { b: '1e3' },
    { b: '' },
    { m: NaN },
    { m: Date.UTC(1752, 11, 31) },
    { m: Infinity },
    { m: '2026-01-01' },
  ];
  for (const wrong of bad)
    it(`refuses ${Object.entries(wrong).flat().join(' = ')}`, () => {
      assert.throws(() => checkedParameters(typed, { ...good, ...wrong }), { kind: 'parameters' });
    });
});

describe('connection failures', () => {
  const socket = (code: string) => [
    { code: 'ESOCKET', message: 'Failed to connect' },
    { code, message: `x ${code}` },
  ];
  const login = (number: number, message = 'Login failed.') => [{ code: 'ELOGIN', number, message }];
  const kinds: readonly (readonly [SiteConnectFailureKind, RegExp, Readonly<Record<string, unknown>>[]])[] = [
    ['login', /"reader".*error log/, login(18456, "Login failed for user 'reader'.")],
    ['login', /SQL01/, login(18452)],
    ['login', /SQL01/, [{ message: 'password authentication failed for user "reader"' }]],
    ['login', /SQL01/, [{ code: 'ELOGIN', message: 'no' }]],
    ['locked', /unlocked/, login(18486)],
    ['locked', /unlocked/, [{ code: 'ELOGIN', number: 50_000, message: 'The account is currently locked.' }]],
    ['passwordExpired', /Change it/, login(18487)],
    ['passwordExpired', /Change it/, login(18488)],
    ['database', /db_datareader/, login(4060)],
    [
      'database',
      /"CM_P01"/,
      [{ code: 'ELOGIN', message: 'Cannot open database "CM_P01". The login failed.' }],
    ],
    ['unknownHost', /spelling/, socket('ENOTFOUND')],
    ['refused', /firewall/, socket('ECONNREFUSED')],
    ['unknownInstance', /UDP 1434/, [{ code: 'EINSTLOOKUP', message: 'Port for CM not found' }]],
    ['timeout', /15 s/, [{ code: 'ETIMEOUT', message: 'Failed to connect in 15000ms' }]],
    ['timeout', /15 s/, socket('ETIMEDOUT')],
    ['tlsRequired', /Turn encryption on/, [{ code: 'EENCRYPT', message: 'Server requires encryption' }]],
    ['tlsRefused', /nothing was sent/, [{ code: 'ENOTLS', message: 'The server has no TLS.' }]],
    ['tlsRefused', /TLS 1\.2/, socket('ERR_SSL_UNSUPPORTED_PROTOCOL')],
    ['certificate', /self-signed.*trust any certificate/, socket('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['certificate', /expired/, socket('CERT_HAS_EXPIRED')],
    ['certificate', /another name/, socket('ERR_TLS_CERT_ALTNAME_INVALID')],
    ['certificate', /who issued it/, socket('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
    ['protocol', /may not be a SQL Server/, [{ message: 'Unable to process incoming packet' }]],
    ['protocol', /Check the port/, socket('EPROTOCOL')],
    ['lost', /Try again/, socket('ECONNRESET')],
    ['lost', /Try again/, [{ message: 'The connection ended without ever completing the connection' }]],
    ['failed', /somehow/, [{ message: 'somehow\nin many lines' }]],
  ];
  for (const [kind, words, layers] of kinds)
    it(`${JSON.stringify(layers)} is ${kind}`, () => {
      const error = connectErrorOf(failed(...layers), target);
      assert.equal(error.kind, kind, error.message);
      assert.match(error.message, words);
      assert.doesNotMatch(error.message, /many lines/);
    });
});

describe('read failures', () => {
  const request = (number: number, message: string, more = {}) => [
    { code: 'EREQUEST', number, class: 16, message, ...more },
  ];
  const kinds: readonly (readonly [SiteReadError['kind'], Readonly<Record<string, unknown>>[]])[] = [
    ['denied', request(229, 'The SELECT permission was denied on the object')],
    ['denied', request(50_000, "The SELECT permission was denied on the object 'v_Package'")],
    ['busy', request(1205, 'deadlocked')],
    ['busy', request(1222, 'Lock request time out period exceeded.')],
    ['busy', request(0, 'Lock request time out period exceeded.')],
    ['busy', request(40_001, 'deadlock detected')],
    ['lost', request(596, 'Cannot continue the execution because the session is in the kill state.')],
    ['lost', request(9001, 'The log is not available', { class: 21 })],
    ['lost', [{ code: 'ECLOSE', message: 'Connection closed before request completed.' }]],
    [
      'lost',
      [
        { code: 'ESOCKET', message: 'Connection lost' },
        { code: 'ECONNRESET', message: 'reset' },
      ],
    ],
    ['lost', request(57_001, 'terminating connection due to administrator command')],
    [
      'timeout',
      [
        { code: 'ESOCKET', message: 'x' },
        { code: 'ETIMEOUT', message: 'in 15000ms' },
      ],
    ],
    ['timeout', request(-2, 'Execution Timeout Expired.')],
    ['failed', request(208, "Invalid object name 'v_Deadlock_Timeout'.")],
    ['failed', request(207, "Invalid column name 'connection closed'.")],
    [
      'failed',
      [
        { code: 'ESOCKET', message: 'x' },
        { code: 'EPROTOCOL', message: 'malformed answer' },
      ],
    ],
    ['failed', [{ message: '' }]],
  ];
  for (const [kind, layers] of kinds)
    it(`${JSON.stringify(layers)} is ${kind}`, () => {
      assert.equal(readFailureOf('asked', failed(...layers), 30_000).kind, kind);
    });

  it('takes the first of several errors, which the others follow from', () => {
    const several = new AggregateError([
      Object.assign(new Error('deadlocked'), { number: 1205 }),
      Object.assign(new Error('The statement has been terminated.'), { number: 3621 }),
    ]);
    const { failure } = readFailureOf('asked', driverFailureOf(several, ''), 1000);
    assert.deepEqual(failure, { kind: 'busy', query: 'asked', cause: 'deadlocked.' });
  });
});

it('no failure holds the password, whoever put it there', () => {
  const secret = fc.string({ minLength: 6 }).filter((text) => text.trim().length > 5);
  const layer = fc.record(
    {
      code: fc.constantFrom(
        'ESOCKET',
        'ELOGIN',
        'EREQUEST',
        'ETIMEOUT',
        'EINSTLOOKUP',
        'UNABLE_TO_GET_ISSUER_CERT',
      ),
      number: fc.constantFrom(18456, 4060, 229, 1205, 50_000),
      around: fc.tuple(fc.string(), fc.string()),
    },
    { requiredKeys: ['around'] },
  );
  fc.assert(
    fc.property(secret, fc.array(layer, { minLength: 1, maxLength: 3 }), (password, layers) => {
      const told = layers.map(({ around, ...fields }) => ({ ...fields, message: around.join(password) }));
      const failure = driverFailureOf(thrown(...told), password);
      const plain = driverFailureOf(thrown(...told.map((fields) => ({ ...fields, message: '' }))), '');
      for (const [error, without] of [
        [connectErrorOf(failure, target), connectErrorOf(plain, target)],
        [readFailureOf('asked', failure, 1000), readFailureOf('asked', plain, 1000)],
      ] as const) {
        fc.pre(!`${without.message}${String(without.stack)}`.includes(password));
        assert.ok(!`${error.message}${String(error.stack)}${JSON.stringify(error)}`.includes(password));
      }
    }),
    { examples: [[' !    !', [{ around: ['', ''] }]]] },
  );
});

describe('catalogue of a SQL Server', () => {
  it('spells views and columns as the questions do, whatever the server does', () => {
    const catalogue = new Spelt();
    catalogue.add('V_PACKAGE', 'packageid');
    catalogue.add('v_package', 'Own_Column');
    catalogue.add('v_CustomView', 'X');
    assert.deepEqual(
      [...catalogue.all],
      [
        ['v_Package', new Set(['PackageID', 'Own_Column'])],
        ['v_CustomView', new Set(['X'])],
      ],
    );
  });
});
