import { SqlConnections } from './sqlConnections';
import { SqlServerDatabase } from './sqlServerDatabase';
import type { SqlServerOptions } from './sqlServerOptions';

/** Connects to a site's database, and proves it. @throws SiteConnectError */
export const openSqlServer = async (
  options: SqlServerOptions,
  signal: AbortSignal,
): Promise<SqlServerDatabase> => {
  const { connectTimeout, requestTimeout, lockTimeout, userSids = '' } = options;
  const connections = await SqlConnections.open(options, signal);
  // No more than these: the options hold a password.
  return new SqlServerDatabase(connections, { connectTimeout, requestTimeout, lockTimeout, userSids });
};
