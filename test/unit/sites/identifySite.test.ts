import assert from 'node:assert/strict';
import { identifySite } from '../../../extension/app/identifySite';
import type { SiteDatabase } from '../../../extension/ports/siteDatabase';

const row = (code: string, type: number, above = '') => ({
  SiteCode: code,
  SiteName: `Site ${code}`,
  ServerName: `cm-${code.toLowerCase()}.contoso.com`,
  SiteType: type,
  ReportingSiteCode: above,
  Version: '5.00.9128.1000',
});

const holding = (...rows: readonly ReturnType<typeof row>[]): SiteDatabase => ({
  catalogue: () => Promise.resolve(new Map()),
  // eslint-disable-next-line @typescript-eslint/require-await
  run: async function* () {
    yield { result: 'site', rows };
  },
});

const { signal } = new AbortController();
const hierarchy = holding(row('CAS', 4), row('P01', 2, 'CAS'), row('P02', 2, 'CAS'), row('S01', 1, 'P01'));

describe('which site a database holds', () => {
  it('is told by its name, and its provider is on the site server', async () =>
    assert.deepEqual(await identifySite(hierarchy, { database: 'cm_p01' }, signal), {
      siteCode: 'P01',
      siteName: 'Site P01',
      version: '5.00.9128.1000',
      provider: { computer: 'cm-p01.contoso.com', namespace: 'root\\SMS\\site_P01' },
    }));

  it('is what the connection says, first of all', async () => {
    const wanted = { database: 'CM_P01', siteCode: 'p02', provider: 'prov.contoso.com' };
    const { siteCode, provider } = await identifySite(hierarchy, wanted, signal);
    assert.deepEqual([siteCode, provider.computer], ['P02', 'prov.contoso.com']);
  });

  it('is the only primary site where the name tells nothing', async () => {
    const { siteCode } = await identifySite(
      holding(row('S01', 1), row('P07', 2)),
      { database: 'SiteDB' },
      signal,
    );
    assert.equal(siteCode, 'P07');
  });

  it('is asked for when it cannot be told, with the sites there are', async () => {
    await assert.rejects(
      identifySite(hierarchy, { database: 'SiteDB' }, signal),
      /CAS, P01, P02, S01\. Set the site code/,
    );
    await assert.rejects(identifySite(hierarchy, { database: 'CM_XYZ' }, signal), /holds no site XYZ/);
    await assert.rejects(identifySite(holding(), { database: 'CM_P01' }, signal), /lists none/);
  });
});
