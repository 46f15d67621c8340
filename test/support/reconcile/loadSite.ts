import { generateSite, type GeneratedSite } from '../../../extension/adapters/demo/generateSite';
import type { SiteOptions } from '../../../extension/adapters/demo/site/siteModel';
import { SqlExecutor } from '../../../extension/adapters/demo/sqlExecutor';
import { openSqlServer } from '../../../extension/adapters/sql/openSqlServer';
import { readColumns, SiteTables, type ReadColumns } from '../../tsql/siteTables';
import { createDatabase, siteOptions, targetOf, Writer, type Target } from '../../tsql/target';
import type { LoadedDatabase } from './engine';

/** A generated site in a database that can be asked, and what there is to find in it. */
export interface LoadedSite extends LoadedDatabase, Pick<GeneratedSite, 'model' | 'truth'> {
  dispose(): Promise<void>;
}

/** On the T-SQL server that TSQL_HOST and its like name; without them, embedded. */
export const loadSite = (options: SiteOptions, environment = process.env): Promise<LoadedSite> =>
  environment['TSQL_HOST'] === undefined ? loadHere(options) : loadOn(targetOf(environment), options);

const loadHere = async (options: SiteOptions): Promise<LoadedSite> => {
  const { model, truth, database, messages } = await generateSite(options);
  return {
    model,
    truth,
    engine: 'sql.js',
    database: new SqlExecutor(database),
    dispose: () => {
      messages.close();
      database.close();
      return Promise.resolve();
    },
  };
};

/** What the peers read, beside what our queries do. */
const filled: ReadColumns = new Map([
  ...readColumns,
  ['vDistributionPoints', new Set(['DPID', 'ServerName'])],
]);

/** A real site computes it too. */
const withStrings = `SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time,
  m.MachineName AS MachineName, s.InsStrValue AS InsString1
  FROM dbo.v_StatusMessage AS m
  LEFT JOIN dbo.v_StatMsgInsStrings AS s ON s.RecordID = m.RecordID AND s.InsStrIndex = 0`;

/** Ten minutes: a peer's query of a large site takes long. */
const requestTimeout = 600_000;

const loadOn = async (target: Target, options: SiteOptions): Promise<LoadedSite> => {
  const { model, truth, database, messages } = await generateSite(options);
  const created = await createDatabase(target);
  const writer = await Writer.open(target, created.name);
  const tables = new SiteTables(writer);
  const drop = async (): Promise<void> => {
    if (!created.own) await tables.drop();
    writer.close();
    await created.drop();
  };
  try {
    await tables.create(database, options.release, filled);
    await tables.replaceView('v_StatMsgWithInsStrings', withStrings);
    messages.close();
    database.close();
    const never = new AbortController().signal;
    const opened = await openSqlServer({ ...siteOptions(target, created.name), requestTimeout }, never);
    return {
      model,
      truth,
      engine: 'T-SQL',
      database: opened,
      dispose: async () => {
        await opened.close();
        await drop();
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }
};
