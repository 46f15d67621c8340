import assert from 'node:assert/strict';
import { parseArguments } from '../../../extension/cli/parseArguments';
import { UsageError } from '../../../extension/cli/usage';

const live = ['missing', '--sql-server', 'sql01\\CM,1444', '--database', 'CM_P01'];

describe('arguments of the command line', () => {
  it('are a demo site, a filter and a format', () => {
    const args = ['missing', '--demo', 'small', '--seed', '7', '--filter', 'state:missing', '--format=csv'];
    assert.deepEqual(parseArguments([...args, '--all', '--redact', '--output', 'x.csv']), {
      site: { kind: 'demo', size: 'small', seed: 7, release: 'current' },
      filter: 'state:missing',
      everyPair: true,
      format: 'csv',
      redact: true,
      acknowledgements: undefined,
      output: 'x.csv',
      powerShell: '',
    });
  });

  it('show findings, as a table, unless told otherwise', () =>
    assert.deepEqual(parseArguments(['missing', '--demo', 'medium', '--release', '1806']), {
      site: { kind: 'demo', size: 'medium', seed: 1, release: '1806' },
      filter: undefined,
      everyPair: false,
      format: 'table',
      redact: false,
      acknowledgements: undefined,
      output: undefined,
      powerShell: '',
    }));

  it('are the database of a site, read by a login', () => {
    const parsed = parseArguments([...live, '--user', 'reader', '--no-encrypt', '--site-code', 'p01']);
    assert.ok(parsed !== 'help' && parsed.site.kind === 'live');
    assert.deepEqual(parsed.site.profile, {
      id: 'command-line',
      name: 'sql01',
      server: 'sql01',
      port: 1444,
      instance: 'CM',
      database: 'CM_P01',
      authentication: 'sql',
      user: 'reader',
      encrypt: false,
      trustServerCertificate: false,
      siteCode: 'P01',
    });
  });

  for (const [account, authentication] of [
    [['--windows-auth'], 'windows'],
    [['--user', 'CORP\\reader'], 'ntlm'],
    [['--user', 'reader', '--encrypt', '--trust-server-certificate'], 'sql'],
  ] as const)
    it(`read as ${account.join(' ')}: ${authentication}, encrypted`, () => {
      const parsed = parseArguments([...live, ...account]);
      assert.ok(parsed !== 'help' && parsed.site.kind === 'live');
      assert.equal(parsed.site.profile.authentication, authentication);
      assert.equal(parsed.site.profile.encrypt, true);
    });

  it('are a site of a file', () => {
    const parsed = parseArguments(['missing', '--site', 'hq', '--sites', 'sites.json']);
    assert.deepEqual(parsed !== 'help' && parsed.site, { kind: 'listed', file: 'sites.json', name: 'hq' });
  });

  for (const [given, named] of [
    [[], /missing/],
    [['repair', '--demo', 'small'], /repair/],
    [['missing'], /--demo <size>, --sql-server <host>, or --site/],
    [['missing', '--demo', 'huge'], /small, medium, empty/],
    [['missing', '--demo', 'small', '--site', 'hq'], /one site/],
    [['missing', '--demo', 'small', '--seed', 'x'], /--seed takes a whole number/],
    [['missing', '--demo', 'small', '--user', 'x'], /--user goes with --sql-server/],
    [['missing', '--demo', 'small', '--format', 'xml'], /table, csv, json, markdown, html/],
    [['missing', '--demo', 'small', '--fitler', 'x'], /fitler/],
    [['missing', '--site', 'hq'], /--sites/],
    [['missing', '--sql-server', 'sql01', '--user', 'x'], /--database/],
    [live, /--user <name>, or --windows-auth/],
    [[...live, '--user', 'x', '--windows-auth'], /--user <name>, or --windows-auth/],
    [[...live, '--user', 'x', '--encrypt', '--no-encrypt'], /exclude/],
    [['missing', '--sql-server', 'a;b=c', '--database', 'D', '--user', 'x'], /--sql-server: Not understood/],
    [[...live, '--user', 'x', '--site-code', 'long'], /--site-code: Expected three/],
  ] as const)
    it(`say what is wrong with "${given.join(' ')}"`, () =>
      assert.throws(
        () => parseArguments(given),
        (error) => error instanceof UsageError && named.test(error.message),
      ));
});
