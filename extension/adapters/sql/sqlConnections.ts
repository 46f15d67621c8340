import { rootCertificates } from 'node:tls';
import { ConnectionPool } from 'mssql';
import type { Connection } from 'tedious';
import { connectCancelled, connectErrorOf, type ConnectTarget } from './connectFailure';
import { driverFailureOf, type DriverFailure } from './driverFailure';
import { guardConnection } from './guardedConnection';
import { orAborted } from './orAborted';
import { portOfInstance, reachServer } from './reachServer';
import { addressOf } from './serverAddress';
import type { SqlAuthentication, SqlServerOptions } from './sqlServerOptions';

/** Connections at a time: the tree, the findings and a plan may read side by side, and a site has many readers. */
const most = 3;

/** Milliseconds for a server to say that a query is cancelled; then its connection is given up. */
const cancelTimeout = 1000;

const idleTimeout = 60_000;

/** The connections to one server. Whatever they hold that is secret is not shown when they are printed. */
export class SqlConnections {
  readonly #pool: ConnectionPool;
  readonly #life: AbortController;
  readonly #secret: string;

  private constructor(pool: ConnectionPool, life: AbortController, secret: string) {
    this.#pool = pool;
    this.#life = life;
    this.#secret = secret;
  }

  /** Connects, and proves it by a login. @throws SiteConnectError */
  static async open(options: SqlServerOptions, signal: AbortSignal): Promise<SqlConnections> {
    const life = new AbortController();
    const end = (): void => life.abort();
    const secret = options.authentication.password;
    try {
      signal.addEventListener('abort', end, { once: true });
      const pool = poolOf(options, life.signal);
      await orAborted(pool.connect(), signal);
      return new SqlConnections(pool, life, secret);
    } catch (error) {
      life.abort();
      throw signal.aborted
        ? connectCancelled(targetOf(options))
        : connectErrorOf(driverFailureOf(error, secret), targetOf(options));
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  get closed(): boolean {
    return this.#life.signal.aborted;
  }

  /** A connection of one's own until it is given back. @throws what the driver throws, or the abort's reason */
  async lend(signal: AbortSignal): Promise<Connection> {
    const lent = this.#pool.acquire({});
    try {
      return await orAborted(orAborted(lent, this.#life.signal), signal);
    } catch (error) {
      lent.then((late) => this.giveBack(late)).catch(() => undefined);
      throw error;
    }
  }

  /** One that has ended is thrown away. */
  giveBack(connection: Connection): void {
    this.#pool.release(connection);
  }

  failureOf(thrown: unknown): DriverFailure {
    return driverFailureOf(thrown, this.#secret);
  }

  /** Ends all of them, also those in use. */
  async close(): Promise<void> {
    this.#life.abort(Object.assign(new Error('it was closed on this side.'), { code: 'ECLOSE' }));
    await this.#pool.close();
  }
}

const poolOf = (options: SqlServerOptions, life: AbortSignal): ConnectionPool => {
  const { host, port, instance } = addressOf(options);
  const { database, encrypt, trustServerCertificate, authorities, connectTimeout } = options;
  const pool = new ConnectionPool({
    server: host,
    authentication: loginOf(options.authentication),
    options: {
      port: port ?? portOfInstance,
      database,
      encrypt,
      trustServerCertificate,
      ...(authorities && { cryptoCredentialsDetails: { ca: [...rootCertificates, ...authorities] } }),
      appName: 'ConfigMgr Content',
      readOnlyIntent: true,
      useUTC: true,
      connectTimeout,
      connector: reachServer(instance, life),
      cancelTimeout,
      // Ours: the driver's stops at the first packet (runningQuery.ts), and tries a wrong database three times.
      requestTimeout: 0,
      maxRetriesOnTransientErrors: 0,
    },
    pool: {
      min: 0,
      max: most,
      idleTimeoutMillis: idleTimeout,
      // A fourth reader waits for as long as it likes; what bounds a connection is its own time-out.
      acquireTimeoutMillis: 2 ** 31 - 1,
      createTimeoutMillis: connectTimeout + 10_000,
    },
    validateConnection: 'socket',
    beforeConnect: (connection) => guardConnection(connection, encrypt),
  });
  // Told to whoever waits for a connection as well; here it would end the process.
  pool.on('error', () => undefined);
  return pool;
};

const loginOf = (authentication: SqlAuthentication) => {
  const { user: userName, password } = authentication;
  return authentication.kind === 'ntlm'
    ? { type: 'ntlm' as const, options: { userName, password, domain: authentication.domain } }
    : { type: 'default' as const, options: { userName, password } };
};

const targetOf = (options: SqlServerOptions): ConnectTarget => {
  const { authentication, database, connectTimeout } = options;
  const { user } = authentication;
  const who = authentication.kind === 'ntlm' ? `"${authentication.domain}\\${user}"` : `"${user}"`;
  return { address: addressOf(options), database, who, connectTimeout };
};
