import assert from 'node:assert/strict';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { findMissing } from '../../extension/app/findMissing';
import { refreshSite } from '../../extension/app/refreshSite';
import type { SiteDatabase } from '../../extension/ports/siteDatabase';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { withRows, type SiteRows } from '../property/siteRows';
import { never, now } from './demoSites';

/** So many DPs, each with one package. */
const rowsOf = (dps: number): SiteRows => [
  ['v_Package', { PackageID: 'P0100001', Name: '7-Zip', PackageType: 0, SourceVersion: 1 }],
  ...Array.from({ length: dps }, (_, index): SiteRows[number][] => {
    const ServerName = `dp${index}.corp.example`;
    const NALPath = `\\\\${ServerName}\\`;
    const ResourceType = 'Windows NT Server';
    return [
      ['v_DistributionPointInfo', { ID: index + 1, NALPath, ServerName, SiteCode: 'P01', ResourceType }],
      [
        'v_DistributionPoint',
        { PackageID: 'P0100001', ServerNALPath: NALPath, SiteCode: 'P01', ResourceType },
      ],
    ];
  }).flat(),
];

/** What is asked of the site to read it and to find what is missing, in order. */
const askedOf = (dps: number): Promise<readonly string[]> =>
  withRows(rowsOf(dps), async (rows) => {
    const executor = new SqlExecutor(rows);
    const asked: string[] = [];
    const database: SiteDatabase = {
      catalogue: (signal) => executor.catalogue(signal),
      run: (query, parameters, signal) => {
        asked.push(query.id);
        return executor.run(query, parameters, signal);
      },
    };
    const running = startFindingsInProcess();
    try {
      const site = {
        database,
        clock: { now: () => now, sleep: () => Promise.resolve() },
        info: {
          siteCode: 'P01',
          siteName: '',
          provider: { computer: 'cm01', namespace: 'root\\SMS\\site_P01' },
        },
      };
      const inventory = await refreshSite(site, never);
      const { summary } = await findMissing(site, running.findings, inventory, never);
      assert.equal(summary.site.expected, dps);
      return asked;
    } finally {
      await running.dispose();
    }
  });

describe('round trips to the site', () => {
  it('are as many for one DP as for fifty', async () => {
    const asked = await askedOf(1);
    assert.deepEqual(asked, [
      'sites',
      'distributionPoints',
      'dpGroups',
      'packages',
      'impact',
      'missingContent',
    ]);
    assert.deepEqual(await askedOf(50), asked);
  });
});
