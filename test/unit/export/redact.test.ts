import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ExportRow } from '../../../extension/core/export/exportRow';
import { jsonWriter } from '../../../extension/core/export/json';
import { Redactor } from '../../../extension/core/export/redact/redactor';
import { redactHead, redactRow } from '../../../extension/core/export/redact/redactRow';
import { headOf } from './anyRow';

const row = (dp: string, parts: Partial<ExportRow> = {}): ExportRow => ({
  packageId: 'P0100012',
  packageName: '7-Zip (x64)',
  packageType: 'Application',
  dpName: dp,
  dpNalPath: `["Display=\\\\${dp}\\"]MSWNET:["SMS_SITE=P01"]\\\\${dp}\\`,
  siteCode: 'P01',
  groups: [],
  verdict: 'missing',
  needsRepair: true,
  installed: null,
  sizeKb: 1,
  since: null,
  lastResult: null,
  suspectCycle: false,
  disagrees: false,
  acknowledged: false,
  reason: 'The last finished cycle of the DP did not verify it.',
  evidence: [],
  ...parts,
});

// Letters that no word of our own is made of, so that what is found is a name that got through.
const label = (least: number) =>
  fc
    .string({ unit: fc.constantFrom(...Array.from('qxzQXZ0123456789-')), minLength: least, maxLength: 9 })
    .filter((text) => /^[qxzQXZ].*[qxzQXZ0-9]$/.test(text) && !text.includes('--'));

const site = fc
  .record({
    domains: fc.array(fc.array(label(3), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    hosts: fc.uniqueArray(label(2), { minLength: 1, maxLength: 8, selector: (host) => host.toLowerCase() }),
  })
  .map(({ domains, hosts }) =>
    hosts.map((host, at) => [host, ...(domains[at % domains.length] ?? [])].join('.')),
  );

const cased = (text: string, how: number): string =>
  [text, text.toUpperCase(), text.toLowerCase()][how % 3] ?? text;

/** A server as texts spell it: whole, its host name, in upper case, in a path, beside other signs. */
const spelt = (server: string, how: number): string => {
  const host = server.split('.')[0] ?? '';
  const domain = server.slice(host.length + 1);
  const forms = [
    server,
    host,
    `\\\\${server}\\SMSPKGD$`,
    `${host}.`,
    `(${host})`,
    `${domain}\\admin`,
    `${domain.split('.')[0] ?? ''}\\admin`,
    `https://${server}/SMS_DP`,
    `other.${domain}`,
    `${server}:443`,
    `old-${host}`,
  ];
  return cased(forms[how % forms.length] ?? server, Math.floor(how / forms.length));
};

describe('an export without the names of servers', () => {
  it('holds no host name, FQDN or part of a domain, in whatever spelling', () => {
    fc.assert(
      fc.property(site, fc.array(fc.tuple(fc.nat(7), fc.nat(40)), { maxLength: 6 }), (servers, mentions) => {
        const redactor = new Redactor(servers);
        const said = mentions.map(([at, how]) => spelt(servers[at % servers.length] ?? '', how)).join(' on ');
        const rows = servers.map((server, at) =>
          redactRow(
            redactor,
            row(cased(server, at), {
              reason: said,
              groups: [`Group of ${said}`],
              evidence: [{ source: 'v_DistributionPoint', value: `Targeted as ${said}.`, time: null }],
            }),
          ),
        );
        const head = redactHead(
          redactor,
          headOf({ filter: `dp=${servers[0] ?? ''} ${said}`, siteName: said }),
        );
        const text = (JSON.stringify(head) + rows.map(jsonWriter().row).join('')).toLowerCase();
        for (const server of servers) {
          assert.ok(!text.includes(server.toLowerCase()), `${server} in ${text}`);
          const parts = server.toLowerCase().split('.');
          for (const part of parts.slice(1)) assert.ok(!text.includes(part), `${part} in ${text}`);
          const words = text.split(/[^\p{L}\p{N}-]+/u);
          assert.ok(!words.includes(parts[0] ?? ''), `${parts[0] ?? ''} in ${text}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same server the same name everywhere, and different ones different names', () => {
    fc.assert(
      fc.property(site, (servers) => {
        const redactor = new Redactor(servers);
        const names = servers.map((server) => redactRow(redactor, row(server)).dpName);
        assert.equal(new Set(names).size, servers.length);
        for (const [at, server] of servers.entries()) {
          assert.equal(redactor.text(`on ${server.toUpperCase()}.`), `on ${names[at] ?? ''}.`);
          assert.equal(redactor.text(`\\\\${server}\\`), `\\\\${names[at] ?? ''}\\`);
        }
      }),
    );
  });

  it('tells DP1 from DP10, and servers of one host name in two domains', () => {
    const redactor = new Redactor(['dp1.a.contoso.com', 'dp10.a.contoso.com', 'dp1.fabrikam.com']);
    assert.equal(
      redactor.text('DP10 and DP1 and dp1.fabrikam.com'),
      'dp-002.example and dp-001.example and dp-003.example',
    );
  });

  it('keeps names of packages but for servers in them, and everything that is no name', () => {
    const redactor = new Redactor(['dp1.contoso.com']);
    const [kept] = [row('dp1.contoso.com', { packageName: 'Contoso VPN 5.1 (dp1.contoso.com)' })].map((one) =>
      redactRow(redactor, one),
    );
    assert.equal(kept?.packageName, 'Contoso VPN 5.1 (dp-001.example)');
    assert.equal(
      kept.dpNalPath,
      '["Display=\\\\dp-001.example\\"]MSWNET:["SMS_SITE=P01"]\\\\dp-001.example\\',
    );
    assert.equal(kept.reason, row('x').reason);
  });

  it('knows servers of a domain that nobody named, and DPs that are gone', () => {
    const redactor = new Redactor(['dp1.corp.contoso.com']);
    assert.equal(
      redactor.text('from SQL01.corp.contoso.com, sql01.corp.contoso.com'),
      'from server-001.example, server-001.example',
    );
    const gone = redactRow(redactor, row('dpold.fabrikam.local', { reason: 'DPOLD is no DP any more.' }));
    assert.equal(gone.dpName, 'dp-002.example');
    assert.equal(gone.reason, 'dp-002.example is no DP any more.');
  });

  it('gives nobody the name of another', () => {
    const redactor = new Redactor(['dp-001.contoso.com', 'dp-002.contoso.com']);
    assert.equal(redactor.text('dp-001 dp-002'), 'dp-003.example dp-004.example');
  });

  it('takes an address for the name of a server, and numbers for numbers', () => {
    const redactor = new Redactor(['10.1.22.3', '2012.contoso.com']);
    assert.equal(redactor.text('10 of 22 on 10.1.22.3, 2012'), '10 of 22 on dp-001.example, 2012');
  });
});
