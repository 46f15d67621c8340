import type { Connection } from 'tedious';
import type {
  RowBatch,
  SiteCatalogue,
  SiteDatabase,
  SqlParameters,
  SqlQuery,
} from '../../ports/siteDatabase';
import { SiteReadError } from '../../ports/siteReadError';
import { batchText } from './batchText';
import { readFailureOf } from './readFailure';
import { RunningQuery } from './runningQuery';
import { SiteReads, type CheckedParameters } from './siteReads';
import type { SqlConnections } from './sqlConnections';
import type { SqlServerOptions } from './sqlServerOptions';

type ReadOptions = Pick<SqlServerOptions, 'connectTimeout' | 'requestTimeout' | 'lockTimeout' | 'userSids'>;

/** A site's database, read through SQL Server's own protocol. */
export class SqlServerDatabase implements SiteDatabase {
  private readonly reads: SiteReads;

  constructor(
    private readonly connections: SqlConnections,
    private readonly timeOuts: ReadOptions,
  ) {
    this.reads = new SiteReads(
      (query, parameters, signal) => this.ask(query, parameters, signal),
      () => !connections.closed,
      timeOuts.userSids,
    );
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

  /** Ends all connections, also those that are read from. */
  close(): Promise<void> {
    return this.connections.close();
  }

  private async *ask(
    query: SqlQuery,
    parameters: CheckedParameters,
    signal: AbortSignal,
  ): AsyncIterable<RowBatch> {
    const { lockTimeout, requestTimeout } = this.timeOuts;
    const text = batchText(query, lockTimeout);
    const connection = await this.lend(query, signal);
    const failureOf = (thrown: unknown) => this.connections.failureOf(thrown);
    const running = new RunningQuery(
      { query, text, parameters, signal, timeout: requestTimeout, failureOf },
      connection,
      () => this.connections.giveBack(connection),
    );
    try {
      for (let batch; (batch = await running.next()) !== undefined;) yield batch;
    } finally {
      running.stop();
    }
  }

  private async lend(query: SqlQuery, signal: AbortSignal): Promise<Connection> {
    try {
      return await this.connections.lend(signal);
    } catch (error) {
      if (signal.aborted) throw new SiteReadError({ kind: 'cancelled', query: query.id });
      throw readFailureOf(query.id, this.connections.failureOf(error), this.timeOuts.connectTimeout);
    }
  }
}
