import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ConnectionProfile } from '../../extension/core/connection/profile';
import { authoritiesIn } from '../../extension/live/authoritiesIn';
import { openLiveDatabase } from '../../extension/live/openLiveDatabase';
import { issuedByAuthority, selfSigned } from '../support/tds/certificate';
import { defaultOptions } from '../support/tds/options';
import { startTdsServer, type RunningTdsServer } from '../support/tds/startTdsServer';
import { never } from '../contract/asking';
import { connectErrorOf } from './sqlServers';

describe('a SQL Server with a certificate of an authority of its own', () => {
  let server: RunningTdsServer;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'authority-'));
    server = await startTdsServer({ ownAuthority: true, site: { ...defaultOptions.site, size: 'empty' } });
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const fileOf = (content: string | Buffer): string => {
    const file = path.join(folder, 'authority.cer');
    writeFileSync(file, content);
    return file;
  };

  const open = async (certificateAuthority?: string, host = 'localhost'): Promise<void> => {
    const { port, database, user, password } = server;
    const profile: ConnectionProfile & { readonly database: string } = {
      id: 'own',
      name: 'own',
      server: host,
      port,
      database,
      authentication: 'sql',
      user,
      encrypt: true,
      trustServerCertificate: false,
      ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
    };
    const opened = await openLiveDatabase(profile, password, '', never);
    try {
      assert.ok((await opened.serverTime(never)) > 0);
    } finally {
      await opened.close();
    }
  };

  it('is not trusted, which names the setting that changes this', async () => {
    const { kind, message } = await connectErrorOf(open());
    assert.equal(kind, 'certificate');
    assert.match(message, /who issued it.*"certificateAuthority"/);
  });

  const forms: readonly (readonly [string, () => string | Buffer])[] = [
    ['Base64', () => server.certificate],
    ['Base64 with Windows line ends', () => server.certificate.replaceAll('\n', '\r\n')],
    ['binary', () => new X509Certificate(server.certificate).raw],
    ['one of several', () => ['# authorities', selfSigned().cert, server.certificate].join('\n')],
  ];
  for (const [form, content] of forms)
    it(`is trusted by the file of its authority: ${form}`, () => open(fileOf(content())));

  it('is not trusted by another authority, and not under another name', async () => {
    const other = await connectErrorOf(open(fileOf(issuedByAuthority().vouching)));
    assert.equal(other.kind, 'certificate', other.message);
    assert.match(other.message, /signature/);
    const named = await connectErrorOf(open(fileOf(server.certificate), server.host));
    assert.equal(named.kind, 'certificate', named.message);
    assert.match(named.message, /another name/);
  });

  const wrong: readonly (readonly [string, () => string])[] = [
    ['is not there', () => path.join(folder, 'none.cer')],
    ['is a folder', () => folder],
    ['holds something else', () => fileOf('-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----\n')],
    ['holds a broken one', () => fileOf('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')],
    ['is empty', () => fileOf('')],
  ];
  for (const [what, file] of wrong)
    it(`says what to do when the file ${what}`, async () => {
      const named = file();
      const { kind, message } = await connectErrorOf(authoritiesIn(named));
      assert.equal(kind, 'certificate');
      assert.ok(message.startsWith(named), message);
      assert.match(message, /Export the certificate of the authority/);
    });
});
