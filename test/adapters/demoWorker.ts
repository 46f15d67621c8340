import path from 'node:path';
import { DemoSiteClient, demoSiteOptions } from '../../extension/adapters/demo/demoSite';
import type { SiteDatabase, SqlParameters, SqlQuery, SqlRow } from '../../extension/ports/siteDatabase';
import { never, now } from './demoSites';

/** The worker un-bundled, so that no build has to come first. */
export const workerFile = path.join(__dirname, '../support/demoSite/worker.cjs');

/** Lends the demo site of a worker, with time that moves by `advance` only. */
export const withClient = async (
  parts: Parameters<typeof demoSiteOptions>[0],
  use: (client: DemoSiteClient) => Promise<void>,
  file = workerFile,
): Promise<void> => {
  const options = demoSiteOptions({ base: now, speed: 0, ...parts });
  const client = await DemoSiteClient.start(file, options, never);
  try {
    await use(client);
  } finally {
    await client.close();
  }
};

export const select = (sql: string, id = 'asked'): SqlQuery => ({
  id,
  steps: [],
  results: [{ name: 'rows', sql }],
  needs: {},
  parameters: {},
});

export const allMessages = select(
  `SELECT CAST(RecordID AS varchar(20)) AS RecordID, MessageID, Time FROM v_StatusMessage ORDER BY RecordID`,
);

/** Seconds of work in one step, which nothing can interrupt. */
export const longQuery = select(
  `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 6000000) SELECT COUNT(*) AS n FROM c`,
  'long',
);

export const readRows = async (
  database: SiteDatabase,
  query: SqlQuery,
  signal = never,
  parameters: SqlParameters = {},
): Promise<readonly SqlRow[]> => {
  const rows: SqlRow[] = [];
  for await (const batch of database.run(query, parameters, signal)) rows.push(...batch.rows);
  return rows;
};
