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
    port: Number(TSQL_PORT ?? 1433),
    user: TSQL_USER,
    password: TSQL_PASSWORD,
    database: TSQL_DATABASE ?? 'master',
    encrypt: /^(1|true|yes|on)$/i.test(TSQL_ENCRYPT ?? ''),
  };
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

/** A connection for statements that write. */
export class Writer {
  private constructor(private readonly connection: Connection) {}

  static open({ host, port, user, password, encrypt }: Target, database: string): Promise<Writer> {
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
    return new Promise((resolve, reject) => {
      connection.connect((error) => {
        if (error) reject(error);
        else resolve(new Writer(connection));
      });
    });
  }

  /** Runs a batch; gives its rows. */
  run(sql: string): Promise<readonly (readonly unknown[])[]> {
    return new Promise((resolve, reject) => {
      const rows: (readonly unknown[])[] = [];
      const request = new Request(sql, (error) => {
        if (error) reject(error);
        else resolve(rows);
      });
      request.on('row', (columns: readonly { readonly value: unknown }[]) => {
        rows.push(columns.map(({ value }) => value));
      });
      this.connection.execSqlBatch(request);
    });
  }

  /**
   * Loads rows in bulk: as a transaction, so all of them or none.
   * @returns whether the server takes it
   */
  bulk(
    table: string,
    columns: readonly (BulkType & { readonly name: string })[],
    rows: readonly (readonly unknown[])[],
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const load = this.connection.newBulkLoad(table, { keepNulls: true }, (error) => {
        resolve(error === undefined || error === null);
      });
      for (const { name, type, length } of columns)
        load.addColumn(name, type, { nullable: true, ...(length === undefined ? {} : { length }) });
      this.connection.execBulkLoad(
        load,
        rows.map((row) => [...row]),
      );
    });
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
    // Connections that were just closed may linger.
    await writer.takes(`ALTER DATABASE ${name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE`);
    for (let attempt = 1; ; attempt++) {
      if (await writer.takes(`DROP DATABASE ${name}`)) return;
      if (attempt === tries) throw new Error(`Database ${name} could not be dropped; drop it by hand.`);
      await sleep(1000);
    }
  } finally {
    writer.close();
  }
};
