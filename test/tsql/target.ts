import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, Request } from 'tedious';
import type { SqlServerOptions } from '../../extension/adapters/sql/sqlServerOptions';
import type { BulkType } from './bulkColumn';

/** The server that TSQL_HOST and its like name. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Where a login begins; used for the tables too when the login may not create a database. */
  readonly database: string;
  readonly encrypt: boolean;
}

/** @throws Error that names what is not set */
export const targetOf = (environment: NodeJS.ProcessEnv): Target => {
  const { TSQL_HOST, TSQL_PORT, TSQL_USER, TSQL_PASSWORD, TSQL_DATABASE, TSQL_ENCRYPT } = environment;
  if (TSQL_HOST === undefined || TSQL_USER === undefined || TSQL_PASSWORD === undefined)
    throw new Error('Set TSQL_HOST, TSQL_USER and TSQL_PASSWORD.');
  return {
    host: TSQL_HOST,
    port: portOf(TSQL_PORT ?? '1433'),
    user: TSQL_USER,
    password: TSQL_PASSWORD,
    database: TSQL_DATABASE ?? 'master',
    encrypt: flagOf(TSQL_ENCRYPT ?? ''),
  };
};

const portOf = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error('TSQL_PORT has to be a whole number from 1 to 65535.');
};

const flagOf = (text: string): boolean => {
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off|)$/i.test(text)) return false;
  throw new Error('TSQL_ENCRYPT has to be true or false.');
};

/** As the extension connects; a test server's certificate is taken as it is. */
export const siteOptions = (target: Target, database: string): SqlServerOptions => ({
  server: target.host,
  port: target.port,
  database,
  authentication: { kind: 'sql', user: target.user, password: target.password },
  encrypt: target.encrypt,
  trustServerCertificate: target.encrypt,
  connectTimeout: 15_000,
  requestTimeout: 60_000,
  lockTimeout: 15_000,
});

/** Without waiting to fill a segment: tedious sends a long INSERT in small packets. */
const connectTo = async (host: string, port: number): Promise<Socket> => {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  return socket;
};

/** @throws Error that names the server, and what to check */
const connectionTo = (
  { host, port, user, password, encrypt }: Target,
  database: string,
): Promise<Connection> => {
  const connection = new Connection({
    server: host,
    authentication: { type: 'default', options: { userName: user, password } },
    options: {
      connector: () => connectTo(host, port),
      database,
      encrypt,
      trustServerCertificate: true,
      connectTimeout: 15_000,
      requestTimeout: 120_000,
    },
  });
  connection.on('error', () => undefined);
  const place = `${host}:${String(port)}, database ${database}, ${encrypt ? 'encrypted' : 'not encrypted'}`;
  const check = 'Check TSQL_HOST, TSQL_PORT, TSQL_USER, TSQL_PASSWORD, TSQL_DATABASE and TSQL_ENCRYPT.';
  return new Promise((resolve, reject) => {
    connection.connect((error) => {
      if (error) reject(new Error(`Could not log in to ${place}: ${told(error)} ${check}`));
      else resolve(connection);
    });
  });
};

const told = (error: Error): string => (/[.!?]$/.test(error.message) ? error.message : `${error.message}.`);

/** A connection for statements that write. */
export class Writer {
  private constructor(
    private connection: Connection,
    private readonly again: () => Promise<Connection>,
  ) {}

  static async open(target: Target, database: string): Promise<Writer> {
    const again = (): Promise<Connection> => connectionTo(target, database);
    return new Writer(await again(), again);
  }

  /** Runs a batch; gives its rows. */
  run(sql: string): Promise<readonly (readonly unknown[])[]> {
    return new Promise((resolve, reject) => {
      const rows: (readonly unknown[])[] = [];
      const request = new Request(sql, (error) => {
        if (error) reject(new Error(`${told(error)} The statement begins: ${sql.slice(0, 300)}`));
        else resolve(rows);
      });
      request.on('row', (columns: readonly { readonly value: unknown }[]) => {
        rows.push(columns.map(({ value }) => value));
      });
      this.connection.execSqlBatch(request);
    });
  }

  /**
   * Loads rows in bulk. A server that takes none may break off the connection over it: then there is a new one.
   * @returns whether the server took all of them; if not, some of them may be there
   */
  async bulk(
    table: string,
    columns: readonly (BulkType & { readonly name: string })[],
    rows: readonly (readonly unknown[])[],
  ): Promise<boolean> {
    const taken = await new Promise<boolean>((resolve) => {
      const load = this.connection.newBulkLoad(table, { keepNulls: true }, (error, rowCount) => {
        resolve((error === undefined || error === null) && rowCount === rows.length);
      });
      this.connection.once('end', () => {
        resolve(false);
      });
      for (const { name, type, length } of columns)
        load.addColumn(name, type, { nullable: true, ...(length === undefined ? {} : { length }) });
      this.connection.execBulkLoad(
        load,
        rows.map((row) => [...row]),
      );
    });
    if (!taken) {
      this.close();
      this.connection = await this.again();
    }
    return taken;
  }

  /** Whether the server takes the statement. */
  async takes(sql: string): Promise<boolean> {
    return this.run(sql).then(
      () => true,
      () => false,
    );
  }

  close(): void {
    this.connection.close();
  }
}

const tries = 5;

/** Where the site's views are made. */
export interface MadeDatabase {
  readonly name: string;
  /** False for one that was there before: what is made in it has to be dropped by name. */
  readonly own: boolean;
  drop(): Promise<void>;
}

/**
 * A database of its own; where the login may create none, the one that was named.
 * @throws Error when that one holds a site's views
 */
export const createDatabase = async (target: Target): Promise<MadeDatabase> => {
  const writer = await Writer.open(target, target.database);
  const name = `cmc_test_${randomBytes(4).toString('hex')}`;
  try {
    // A site's text does not tell case; the server's own collation may.
    const created =
      (await writer.takes(`CREATE DATABASE ${name} COLLATE SQL_Latin1_General_CP1_CI_AS`)) ||
      (await writer.takes(`CREATE DATABASE ${name}`));
    if (created && (await opens(target, name)))
      return { name, own: true, drop: () => dropDatabase(target, name) };
    if (created) await dropDatabase(target, name);
    await refuseSite(writer, target.database);
    return { name: target.database, own: false, drop: () => Promise.resolve() };
  } finally {
    writer.close();
  }
};

const opens = async (target: Target, database: string): Promise<boolean> => {
  try {
    (await Writer.open(target, database)).close();
    return true;
  } catch {
    return false;
  }
};

const refuseSite = async (writer: Writer, database: string): Promise<void> => {
  const found = await writer.run(
    `SELECT t.TABLE_NAME AS name FROM INFORMATION_SCHEMA.TABLES AS t WHERE t.TABLE_NAME = 'v_Package'`,
  );
  if (found.length > 0)
    throw new Error(
      `The login has no database of its own, and ${database} has a v_Package already. Name an empty database in TSQL_DATABASE.`,
    );
};

const dropDatabase = async (target: Target, name: string): Promise<void> => {
  const writer = await Writer.open(target, target.database);
  try {
    for (let attempt = 1; ; attempt++) {
      if (await writer.takes(`DROP DATABASE ${name}`)) return;
      // Connections that were just closed may linger.
      await writer.takes(`ALTER DATABASE ${name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE`);
      if (attempt === tries) throw new Error(`Database ${name} could not be dropped; drop it by hand.`);
      await sleep(1000);
    }
  } finally {
    writer.close();
  }
};
