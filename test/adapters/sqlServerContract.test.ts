import { describeSiteDatabase, type OpenedDatabase } from '../contract/siteDatabaseContract';
import type { TdsServerOptions } from '../support/tds/options';
import { startTdsServer } from '../support/tds/startTdsServer';
import type { SqlServerOptions } from '../../extension/adapters/sql/sqlServerOptions';
import { openOn } from './sqlServers';

const opened = async (
  serving: Partial<TdsServerOptions>,
  parts: Partial<SqlServerOptions>,
): Promise<OpenedDatabase> => {
  const server = await startTdsServer(serving);
  const database = await openOn(server, { requestTimeout: 20_000, ...parts });
  const close = async (): Promise<void> => {
    await database.close();
    await server.close();
  };
  return { database, close };
};

describeSiteDatabase('SQL Server, encrypted', () =>
  opened({}, { server: 'localhost', encrypt: true, trustServerCertificate: true }),
);

describeSiteDatabase(
  'a server in lower case, without encryption, error numbers and cancelling',
  () =>
    opened(
      {
        encryption: 'unsupported',
        faults: { lowerCaseColumns: true, unnumbered: true, ignoreAttention: true },
      },
      {},
    ),
  { runs: 10 },
);
