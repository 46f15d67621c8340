import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseProfiles } from '../../../extension/core/connection/parseProfiles';

const good = { id: 'hq', server: 'sql01.corp.example', database: 'CM_P01', authentication: 'windows' };

/** The one problem that the entry has. */
const problemOf = (entry: object): string => {
  const { problems } = parseProfiles([entry]);
  assert.equal(problems.length, 1, problems.join('\n'));
  return problems[0] ?? '';
};

describe('the setting configmgrContent.sites', () => {
  it('needs little: the rest are defaults', () => {
    assert.deepEqual(parseProfiles([good]), {
      profiles: [{ ...good, name: good.server, encrypt: true, trustServerCertificate: false }],
      problems: [],
      others: [],
    });
  });

  it('takes everything that can be written', () => {
    const full = {
      ...good,
      name: 'Headquarters',
      port: 1433,
      instance: 'CM',
      siteCode: 'P01',
      authentication: 'ntlm',
      user: 'reader',
      domain: 'CORP',
      encrypt: true,
      trustServerCertificate: false,
      certificateAuthority: 'C:\\ca\\corp.cer',
      provider: 'cm01.corp.example',
      userSids: '16777217',
      connectTimeout: 5,
      requestTimeout: 600,
    };
    assert.deepEqual(parseProfiles([full]), { profiles: [full], problems: [], others: [] });
  });

  it('is no problem while it is empty', () => {
    for (const value of [undefined, null, []])
      assert.deepEqual(parseProfiles(value), { profiles: [], problems: [], others: [] });
  });

  it('understands server, instance, port and domain as SQL tools and Windows write them', () => {
    const { profiles, problems } = parseProfiles([
      { ...good, server: ' tcp:sql01\\CM,1444 ', siteCode: 'p01' },
      { ...good, id: 'x', authentication: 'NTLM', user: 'CORP\\reader' },
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      profiles.map(({ server, instance, port, siteCode, user, domain }) => ({
        ...{ server, instance, port, siteCode, user, domain },
      })),
      [
        { server: 'sql01', instance: 'CM', port: 1444, siteCode: 'P01', user: undefined, domain: undefined },
        { ...empty, server: good.server, user: 'reader', domain: 'CORP' },
      ],
    );
  });

  const wrong: readonly (readonly [string, object, RegExp])[] = [
    ['no id', { ...good, id: undefined }, /sites\[0\]\.id: Missing/],
    ['an id that cannot name a secret', { ...good, id: 'a/b' }, /sites\[0\]\.id: .*dots, dashes/],
    ['no server', { ...good, server: undefined }, /sites\[0\]\.server: Missing/],
    ['an empty server', { ...good, server: '  ' }, /sites\[0\]\.server: .*empty text/],
    [
      'a connection string',
      { ...good, server: 'Server=a;Password=hunter2' },
      /\.server: .*connection string/,
    ],
    ['a colon before the port', { ...good, server: 'sql01:1433' }, /\.server: .*comma/],
    ['a port in quotation marks', { ...good, port: '1433' }, /\.port: .*without quotation marks, found text/],
    ['a port out of range', { ...good, port: 70_000 }, /\.port: .*1 to 65535.*70000/],
    ['two ports', { ...good, server: 'sql01,1433', port: 1434 }, /\.port: .*another port/],
    ['two instances', { ...good, server: 'sql01\\A', instance: 'B' }, /\.instance: .*another instance/],
    ['a path as instance', { ...good, instance: 'sql01\\A' }, /\.instance: .*alone/],
    [
      'no authentication',
      { ...good, authentication: undefined },
      /\.authentication: .*"windows", "ntlm", "sql"/,
    ],
    ['an unknown authentication', { ...good, authentication: 'kerberos' }, /\.authentication: .*"windows"/],
    ['encryption in quotation marks', { ...good, encrypt: 'false' }, /\.encrypt: .*true or false without/],
    ['a number as database', { ...good, database: 5 }, /\.database: .*found a number/],
    ['a site code that is none', { ...good, siteCode: 'CM_P01' }, /\.siteCode: .*three letters or digits/],
    ['a share as provider', { ...good, provider: '\\\\cm01\\c$' }, /\.provider: .*FQDN/],
    [
      'a file without its folder',
      { ...good, authentication: 'sql', user: 'reader', certificateAuthority: 'corp.cer' },
      /\.certificateAuthority: .*full path/,
    ],
    ['no time at all', { ...good, requestTimeout: 0 }, /\.requestTimeout: .*from 1/],
    ['half a second', { ...good, connectTimeout: 0.5 }, /\.connectTimeout: .*whole number/],
    ['a SQL login without a name', { ...good, authentication: 'sql' }, /\.user: Missing/],
    ['a domain in a SQL login', { ...good, authentication: 'sql', user: 'CORP\\a' }, /\.user: .*"ntlm"/],
    ['NTLM without domain', { ...good, authentication: 'ntlm', user: 'a' }, /\.domain: Missing/],
    ['two domains', { ...good, authentication: 'ntlm', user: 'A\\a', domain: 'B' }, /\.domain: .*another/],
  ];
  for (const [what, entry, expected] of wrong)
    it(`tells the place and what to write, and leaves out: ${what}`, () => {
      assert.match(problemOf(entry), expected);
      assert.deepEqual(parseProfiles([entry]).profiles, []);
      assert.deepEqual(parseProfiles([entry]).others, [entry]);
    });

  it('says that secrets belong in the wizard, and uses the rest', () => {
    for (const field of ['password', 'Pwd', 'sqlPassword', 'connectionString', 'secret']) {
      const entry = { ...good, [field]: 'hunter2' };
      assert.match(problemOf(entry), new RegExp(`\\.${field}: Secrets .* wizard`));
      assert.equal(parseProfiles([entry]).profiles.length, 1);
    }
  });

  it('mentions fields that are not used, and uses the rest', () => {
    const certificateAuthority = '/etc/ssl/corp.pem';
    const login = { ...good, authentication: 'sql', user: 'reader', certificateAuthority };
    assert.match(problemOf({ ...good, certificateAuthority }), /\.certificateAuthority: Not used.*import/);
    for (const unchecked of [{ encrypt: false }, { trustServerCertificate: true }])
      assert.match(problemOf({ ...login, ...unchecked }), /\.certificateAuthority: Not used/);
    assert.deepEqual(parseProfiles([login]).problems, []);
    assert.match(problemOf({ ...good, encypt: false }), /\.encypt: Not known/);
    assert.match(problemOf({ ...good, user: 'someone' }), /\.user: Not used/);
    assert.equal(parseProfiles([{ ...good, encypt: false }]).profiles.length, 1);
  });

  it('keeps good sites beside bad ones, and the first of two with one id', () => {
    const other = { ...good, id: 'HQ', server: 'other' };
    const { profiles, problems, others } = parseProfiles(['text', good, null, other, { ...good, id: 'lab' }]);
    assert.deepEqual(
      profiles.map(({ id, server }) => `${id} ${server}`),
      ['hq sql01.corp.example', 'lab sql01.corp.example'],
    );
    assert.deepEqual(others, ['text', null, other]);
    assert.match(problems[0] ?? '', /sites\[0\]: .*braces.*found text/);
    assert.match(problems[1] ?? '', /sites\[2\]: .*found null/);
    assert.match(problems[2] ?? '', /sites\[3\]\.id: .*same id/);
    assert.equal(problems.length, 3);
  });

  it('says what is expected when the setting is no list', () => {
    assert.match(parseProfiles(good).problems[0] ?? '', /configmgrContent\.sites: .*list.*an object/);
  });

  it('never fails, never repeats what was typed, and loses no entry', () => {
    const secret = 'hunter2';
    const value = fc.oneof(fc.constantFrom(secret, `${secret};x=1`, `${secret}\\${secret}`), fc.jsonValue());
    const entry = fc.record(
      Object.fromEntries(
        [...Object.keys(good), 'port', 'user', 'domain', 'siteCode', 'encrypt', 'password', 'provider'].map(
          (field) => [field, fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, value)],
        ),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(value, entry, fc.constant(good))), (entries) => {
        const { profiles, problems, others } = parseProfiles(entries);
        assert.ok(!problems.join('\n').includes(secret));
        assert.equal(profiles.length + others.length, entries.length);
        assert.ok(others.length === 0 || problems.length > 0);
      }),
    );
  });
});

const empty = { instance: undefined, port: undefined, siteCode: undefined };
