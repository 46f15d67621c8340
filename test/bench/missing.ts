// Missing content of the medium site (300 DPs, 289,000 pairs), as a window reads it: query, decoding and grading.
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { generateSite, type GeneratedSite } from '../../extension/adapters/demo/generateSite';
import { readAll, readChanges } from '../../extension/app/followSite';
import { refreshSite } from '../../extension/app/refreshSite';
import type { SiteConnection } from '../../extension/ports/siteConnection';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import type { Report } from '../support/bench/report';

export const name = 'missing content';

const now = Date.UTC(2026, 5, 1, 12);

const connectionTo = ({
  database,
  model,
}: GeneratedSite): Pick<SiteConnection, 'database' | 'clock' | 'info'> => ({
  database: new SqlExecutor(database),
  clock: { now: () => now, sleep: () => Promise.resolve() },
  info: {
    siteCode: model.siteCode,
    siteName: model.siteName,
    provider: { computer: model.siteServer, namespace: `root\\SMS\\site_${model.siteCode}` },
  },
});

export const run = async (report: Report): Promise<void> => {
  const site = await generateSite({ size: 'medium', seed: 1, release: 'current', now });
  const connection = connectionTo(site);
  const running = startFindingsInProcess();
  const { findings } = running;
  const { signal } = new AbortController();
  try {
    const inventory = await refreshSite(connection, signal);
    const read = () => readAll(connection, findings, inventory, signal);
    const known = await readChanges(connection, findings, inventory, await read(), [], signal);
    const { summary } = known;
    await report.time('whole site', { budget: 4000, runs: 3, warmUps: 0 }, read);
    const [dp] = inventory.distributionPoints;
    const [content] = inventory.packages;
    if (dp !== undefined)
      await report.time('one DP again', { budget: 4000, runs: 3, warmUps: 0 }, () =>
        readChanges(connection, findings, inventory, known, [{ dp: dp.key }], signal),
      );
    if (content !== undefined)
      await report.time('one package again', { budget: 4000, runs: 3, warmUps: 0 }, () =>
        readChanges(connection, findings, inventory, known, [{ packageId: content.packageId }], signal),
      );
    report.value('pairs', summary.site.expected, 'pairs');
  } finally {
    await running.dispose();
    site.messages.close();
    site.database.close();
  }
};
