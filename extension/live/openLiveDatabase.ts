import { findPowerShell } from '../adapters/powershell/findPowerShell';
import { ShellPool } from '../adapters/powershell/shellPool';
import { WindowsSqlDatabase } from '../adapters/powershell/windowsSqlDatabase';
import { openSqlServer } from '../adapters/sql/openSqlServer';
import type { SqlServerOptions } from '../adapters/sql/sqlServerOptions';
import type { ConnectionProfile } from '../core/connection/profile';
import type { SiteDatabase } from '../ports/siteDatabase';
import { authoritiesIn } from './authoritiesIn';
import { shellOptions } from './shellOptions';

/** Milliseconds to wait for others' locks: short of what an admin takes for a hang. */
const lockTimeout = 15_000;

/** As package.json tells them. */
const defaultSeconds = { connect: 15, request: 300 };

export interface LiveDatabase extends SiteDatabase {
  /** UTC epoch milliseconds by the server's clock. */
  serverTime(signal: AbortSignal): Promise<number>;
  close(): Promise<void>;
}

/** The site database, by a login or by the Windows account of this window. @throws SiteConnectError */
export const openLiveDatabase = async (
  profile: ConnectionProfile & { readonly database: string },
  password: string,
  powerShell: string,
  signal: AbortSignal,
): Promise<LiveDatabase> => {
  const { server, port, instance, database, encrypt, trustServerCertificate } = profile;
  const place = {
    server,
    ...(port === undefined ? {} : { port }),
    ...(instance === undefined ? {} : { instance }),
    database,
    encrypt,
    trustServerCertificate,
    ...(profile.userSids === undefined ? {} : { userSids: profile.userSids }),
    connectTimeout: (profile.connectTimeout ?? defaultSeconds.connect) * 1000,
    requestTimeout: (profile.requestTimeout ?? defaultSeconds.request) * 1000,
    lockTimeout,
  };
  const { authentication, user = '', domain = '' } = profile;
  switch (authentication) {
    case 'sql':
    case 'ntlm':
      return openSqlServer(
        {
          ...place,
          ...(await authoritiesOf(profile)),
          authentication:
            authentication === 'sql'
              ? { kind: 'sql', user, password }
              : { kind: 'ntlm', domain, user, password },
        },
        signal,
      );
    case 'windows': {
      const shells = new ShellPool(shellOptions(findPowerShell(powerShell)), readers);
      const opened = new WindowsSqlDatabase(shells, place);
      try {
        await opened.connect(signal);
        return opened;
      } catch (error) {
        await opened.close();
        throw error;
      }
    }
  }
};

const authoritiesOf = async ({
  encrypt,
  trustServerCertificate,
  certificateAuthority,
}: ConnectionProfile): Promise<Pick<SqlServerOptions, 'authorities'>> =>
  certificateAuthority === undefined || !encrypt || trustServerCertificate
    ? {}
    : { authorities: await authoritiesIn(certificateAuthority) };

/** Reads side by side: the tree, the findings and a plan. */
const readers = 3;
