// 2.5 million rows from a SQL Server on loopback, in a process of its own: as many as a large site has pairs.
import { query } from '../contract/asking';
import type { Report } from '../support/bench/report';
import { startTdsServer } from '../support/tds/startTdsServer';
import { openOn } from '../adapters/sqlServers';

export const name = 'SQL Server';

const rows = 2_500_000;

/** More would not be streaming. */
const mostGrowth = 150 * 2 ** 20;

const everyRow = query(
  `SELECT g.Id AS Id, g.RecordID AS RecordID, g.Time AS Time, g.IsOdd AS IsOdd, g.Name AS Name
    FROM generated_rows AS g WHERE g.Id <= @last`,
  { parameters: { last: 'int' } },
);

export const run = async (report: Report): Promise<void> => {
  const server = await startTdsServer();
  const database = await openOn(server, { requestTimeout: 60_000 });
  const read = async (last: number): Promise<number> => {
    let peak = 0;
    let read = 0;
    for await (const batch of database.run(everyRow, { last }, new AbortController().signal)) {
      read += batch.rows.length;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    if (read !== last) throw new Error(`${read} rows instead of ${last}`);
    return peak;
  };
  try {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = 0;
    const took = await report.time('2.5 million rows', { budget: 30_000, runs: 1, warmUps: 0 }, async () => {
      peak = await read(rows);
    });
    report.value('rows a second', Math.round((rows / took) * 1000), 'rows');
    report.value('memory at its peak', Math.round(peak / 2 ** 20), 'MB');
    report.value('growth at its peak', Math.round((peak - before) / 2 ** 20), 'MB');
    report.atLeast('memory that may be used to what was', mostGrowth / Math.max(1, peak - before), 1);
  } finally {
    await database.close();
    await server.close();
  }
};
