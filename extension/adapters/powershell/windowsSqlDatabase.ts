import type {
  RowBatch,
  SiteCatalogue,
  SiteDatabase,
  SqlParameters,
  SqlQuery,
} from '../../ports/siteDatabase';
import { SiteReadError } from '../../ports/siteReadError';
import { batchText } from '../sql/batchText';
import type { ConnectTarget } from '../sql/connectFailure';
import { addressOf, type NamedServer, type ServerAddress } from '../sql/serverAddress';
import { SiteReads, type CheckedParameters } from '../sql/siteReads';
import type { Json } from './envelope';
import { rowLines } from './rowLines';
import type { ShellPool } from './shellPool';
import { connectFailureOf, readErrorOf } from './sqlClientFailure';
import { SqlRows } from './sqlRows';

export interface WindowsSqlOptions extends NamedServer {
  readonly database: string;
  readonly encrypt: boolean;
  /** Encrypts, but to whoever answers: nobody checks the certificate. */
  readonly trustServerCertificate: boolean;
  /** Of an administrative user: views that the account may not read are read by that user's roles. */
  readonly userSids?: string;
  /** Milliseconds until a connection has to stand. */
  readonly connectTimeout: number;
  /** Milliseconds in which a query has to give something. */
  readonly requestTimeout: number;
  /** Milliseconds to wait for others' locks. */
  readonly lockTimeout: number;
}

/** Milliseconds that PowerShell may be late with what SqlClient already gave up. */
const grace = 3000;

/**
 * A site's database with integrated Windows authentication: System.Data.SqlClient inside PowerShell, under the
 * account that runs the extension. SqlClient pools the connections of each process itself.
 */
export class WindowsSqlDatabase implements SiteDatabase {
  private readonly reads: SiteReads;
  private readonly address: ServerAddress;
  private isClosed = false;

  /** @param shells its own: closed with it */
  constructor(
    private readonly shells: ShellPool,
    private readonly options: WindowsSqlOptions,
  ) {
    this.address = addressOf(options);
    this.reads = new SiteReads(
      (query, parameters, signal) => this.ask(query, parameters, signal),
      () => !this.isClosed,
      options.userSids,
    );
  }

  /** Shows that the database can be read from. @throws SiteConnectError */
  async connect(signal: AbortSignal): Promise<void> {
    const { database, connectTimeout } = this.options;
    const target: ConnectTarget = {
      address: this.address,
      database,
      who: 'your Windows account',
      connectTimeout,
    };
    try {
      let rows = 0;
      for await (const batch of this.send(probe, new Map(), connectTimeout, signal))
        rows += batch.rows.length;
      if (rows === 0) throw new Error('It gave no row.');
    } catch (error) {
      throw connectFailureOf(error, target);
    }
  }

  catalogue(signal: AbortSignal): Promise<SiteCatalogue> {
    return this.reads.catalogue(signal);
  }

  run(query: SqlQuery, parameters: SqlParameters, signal: AbortSignal): AsyncIterable<RowBatch> {
    return this.reads.run(query, parameters, signal);
  }

  /** UTC epoch milliseconds by the server's clock. @throws SiteReadError */
  serverTime(signal: AbortSignal): Promise<number> {
    return this.reads.serverTime(signal);
  }

  /** Ends all reads and their processes. */
  close(): Promise<void> {
    this.isClosed = true;
    return this.shells.close();
  }

  private async *ask(
    query: SqlQuery,
    parameters: CheckedParameters,
    signal: AbortSignal,
  ): AsyncIterable<RowBatch> {
    const { requestTimeout } = this.options;
    try {
      for await (const batch of this.send(query, parameters, requestTimeout, signal)) {
        yield batch;
        if (signal.aborted) throw new SiteReadError({ kind: 'cancelled', query: query.id });
      }
    } catch (error) {
      throw signal.aborted
        ? new SiteReadError({ kind: 'cancelled', query: query.id })
        : readErrorOf(error, query.id, requestTimeout);
    }
  }

  private async *send(
    query: SqlQuery,
    parameters: CheckedParameters,
    requestTimeout: number,
    signal: AbortSignal,
  ): AsyncIterable<RowBatch> {
    const { connectTimeout } = this.options;
    const rows = new SqlRows(query.results.map(({ name }) => name));
    const lines = rowLines(this.shells, {
      verb: 'sql',
      data: this.request(query, parameters, requestTimeout),
      what: `Query "${query.id}"`,
      timeout: connectTimeout + requestTimeout + grace,
      signal,
    });
    try {
      for (let next = await lines.next(); ; next = await lines.next()) {
        const batch = next.done === true ? rows.rest() : rows.take(next.value);
        if (batch !== undefined) yield batch;
        if (next.done !== true) continue;
        this.count(query, next.value);
        return;
      }
    } finally {
      await lines.return(undefined);
    }
  }

  /** A batch that broke off without an error is not read for the whole. */
  private count({ id, results }: SqlQuery, value: unknown): void {
    const { results: came } = (value ?? {}) as { readonly results?: unknown };
    if (came === results.length) return;
    const cause = `it gave ${String(came)} result sets instead of ${results.length}.`;
    throw new SiteReadError({ kind: 'failed', query: id, cause });
  }

  private request(query: SqlQuery, parameters: CheckedParameters, requestTimeout: number): Json {
    const { database, encrypt, trustServerCertificate, connectTimeout, lockTimeout } = this.options;
    return {
      dataSource: dataSource(this.address),
      database,
      encrypt,
      trustServerCertificate,
      applicationName: 'ConfigMgr Content',
      connectSeconds: seconds(connectTimeout),
      requestSeconds: seconds(requestTimeout),
      text: batchText(query, lockTimeout),
      parameters: Array.from(parameters, ([name, { type, value }]) => ({
        name,
        type,
        value: type === 'time' ? timeText(value) : String(value),
      })),
    };
  }
}

const probe: SqlQuery = {
  id: 'connect',
  steps: [],
  results: [{ name: 'now', sql: 'SELECT GETUTCDATE() AS Now' }],
  needs: {},
  parameters: {},
};

const seconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));

/** `tcp:`, because SqlClient would go on to named pipes, whose errors say nothing. */
const dataSource = ({ host, port, instance }: ServerAddress): string =>
  ['tcp:', host, instance === undefined ? ','.concat(String(port ?? 1433)) : '\\'.concat(instance)].join('');

/** UTC epoch milliseconds as the agent parses them: `YYYY-MM-DDTHH:mm:ss.fff`. */
const timeText = (time: number): string => new Date(time).toISOString().slice(0, 23);
