import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseServer } from '../../../extension/core/connection/serverAddress';
import { siteFromDatabaseName } from '../../../extension/core/connection/siteCode';

describe('the name of a SQL Server', () => {
  const forms: readonly (readonly [string, object])[] = [
    ['sql01', { host: 'sql01' }],
    ['sql01.corp.example', { host: 'sql01.corp.example' }],
    ['sql01\\CM', { host: 'sql01', instance: 'CM' }],
    ['sql01,1433', { host: 'sql01', port: 1433 }],
    [' sql01 , 1433 ', { host: 'sql01', port: 1433 }],
    ['host\\INSTANCE,1433', { host: 'host', instance: 'INSTANCE', port: 1433 }],
    ['tcp:host', { host: 'host' }],
    ['TCP:host\\I,65535', { host: 'host', instance: 'I', port: 65_535 }],
    ['10.0.0.5,1433', { host: '10.0.0.5', port: 1433 }],
    ['fd00::5', { host: 'fd00::5' }],
    ['[fd00::5],1433', { host: 'fd00::5', port: 1433 }],
    ['::1', { host: '::1' }],
    ['.', { host: 'localhost' }],
    ['(local)\\CM', { host: 'localhost', instance: 'CM' }],
    ['sql01\\MSSQLSERVER', { host: 'sql01' }],
    ['münchen-sql', { host: 'münchen-sql' }],
  ];
  for (const [text, address] of forms)
    it(`is understood: ${text}`, () => {
      assert.deepEqual(parseServer(text), { kind: 'address', ...address });
    });

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['', /write host/],
    ['sql 01', /write host/],
    ['\\\\sql01\\c$', /write host/],
    ['sql01\\A\\B', /write host/],
    ['sql01,1433,2', /write host/],
    ['http://sql01', /TCP/],
    ['np:\\\\sql01\\pipe', /TCP/],
    ['lpc:sql01', /TCP/],
    ['sql01:1433', /comma/],
    ['sql01,0', /1 to 65535/],
    ['sql01,65536', /1 to 65535/],
    ['sql01,', /1 to 65535/],
    ['sql01,14x', /1 to 65535/],
    ['sql01\\', /instance name/],
    ['sql01\\1st', /instance name/],
    ['sql01\\ABCDEFGHIJKLMNOPQ', /instance name/],
    ['Data Source=sql01;Password=hunter2', /connection string/],
  ];
  for (const [text, message] of wrong)
    it(`is refused with what to write: ${text}`, () => {
      const parsed = parseServer(text);
      assert.match(parsed.kind === 'problem' ? parsed.message : 'no problem', message);
    });

  const hostile = [
    'a',
    'b',
    '.',
    ':',
    '\\',
    ',',
    ';',
    '=',
    '/',
    ' ',
    '[',
    ']',
    '(',
    ')',
    '{',
    "'",
    '"',
    '@',
    '1',
  ];

  it('never gives a host that could be anything else than a name or an address', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...hostile), maxLength: 12 }), (text) => {
        const parsed = parseServer(text);
        if (parsed.kind === 'address') assert.match(parsed.host, /^[\w.:-]+$/);
      }),
    ));
});

describe('the site of a database', () => {
  it('is told by the name CM_<site code>', () => {
    assert.equal(siteFromDatabaseName('CM_P01'), 'P01');
    assert.equal(siteFromDatabaseName('cm_p01'), 'P01');
    for (const other of ['', 'CM_', 'CM_P1', 'CM_P011', 'CM_P01_WSUS', 'SUSDB', 'XCM_P01', 'CM_P-1'])
      assert.equal(siteFromDatabaseName(other), undefined, other);
  });
});
