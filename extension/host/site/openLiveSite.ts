import { WallClock } from '../../adapters/machine/wallClock';
import { openSqlServer } from '../../adapters/sql/openSqlServer';
import type { SqlAuthentication } from '../../adapters/sql/sqlServerOptions';
import { identifySite } from '../../app/identifySite';
import type { ConnectionProfile } from '../../core/connection/profile';
import { CimError, type Cim } from '../../ports/cim';
import { SiteConnectError } from '../../ports/siteConnectError';
import type { SiteConnection } from '../../ports/siteConnection';

/** Milliseconds to wait for others' locks: short of what an admin takes for a hang. */
const lockTimeout = 15_000;

/** As package.json tells them. */
const defaultSeconds = { connect: 15, request: 300 };

/** Connects to the site database, finds out which site it is, and makes the ways to its provider and DPs. */
export const openLiveSite = async (
  profile: ConnectionProfile,
  password: string,
  signal: AbortSignal,
): Promise<SiteConnection> => {
  const { database: name } = profile;
  if (name === undefined)
    throw new SiteConnectError(
      'database',
      `${profile.name} names no database. Edit the connection: it is CM_ and the site code.`,
    );
  const database = await openSqlServer(
    {
      server: profile.server,
      ...(profile.port === undefined ? {} : { port: profile.port }),
      ...(profile.instance === undefined ? {} : { instance: profile.instance }),
      database: name,
      authentication: loginOf(profile, password),
      encrypt: profile.encrypt,
      trustServerCertificate: profile.trustServerCertificate,
      connectTimeout: (profile.connectTimeout ?? defaultSeconds.connect) * 1000,
      requestTimeout: (profile.requestTimeout ?? defaultSeconds.request) * 1000,
      lockTimeout,
    },
    signal,
  );
  try {
    const info = await identifySite(database, { ...profile, database: name }, signal);
    const clock = new WallClock((await database.serverTime(signal)) - Date.now());
    return {
      info,
      database,
      cim: noCim,
      clock,
      // A site does not tell what changes; it is read again when it is asked to be.
      onDidChange: () => () => undefined,
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};

const loginOf = (
  { authentication, user = '', domain = '' }: ConnectionProfile,
  password: string,
): SqlAuthentication =>
  authentication === 'ntlm' ? { kind: 'ntlm', domain, user, password } : { kind: 'sql', user, password };

const refuse = (): Promise<never> =>
  Promise.reject(new CimError('unreachable', 'PowerShell is not part of this build.'));
const noCim: Cim = { get: refuse, put: refuse, invoke: refuse };
