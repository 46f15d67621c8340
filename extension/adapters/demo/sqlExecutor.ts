import type {
  RowBatch,
  SiteCatalogue,
  SiteDatabase,
  SqlParameters,
  SqlQuery,
  SqlRow,
} from '../../ports/siteDatabase';
import { SiteReadError } from '../../ports/siteReadError';
import { boundParameters } from './boundParameters';
import type { DemoDatabase } from './demoDatabase';
import { PreparedQuery } from './preparedQuery';
import type { Faults } from '../../protocol/demoSite';
import { withBadValue } from './withBadValue';
import { rowsBetween, type Statement } from './tableRows';
import { Turns } from './turns';

const rowsPerBatch = 500;

/** So many queries are kept prepared, the last ones. */
const mostPrepared = 24;

/**
 * Runs queries on the demo database. Results are materialised like steps and then read by windows of rowid, so
 * that all rows are of one moment and no statement stays open while the simulation writes.
 */
export class SqlExecutor implements SiteDatabase {
  /** Queries that nobody runs now, by their text; the last used last. */
  private readonly idle = new Map<string, PreparedQuery>();
  private known: SiteCatalogue | undefined;

  /** @param turns shared with whatever else writes to the database */
  constructor(
    private readonly database: DemoDatabase,
    /** What goes wrong from the next query on. */
    public faults: Faults = {},
    private readonly turns = new Turns(),
  ) {}

  catalogue(_signal: AbortSignal): Promise<SiteCatalogue> {
    this.known ??= this.database.catalogue();
    const { dropColumns = {} } = this.faults;
    const told = Array.from(this.known, ([view, columns]): [string, ReadonlySet<string>] => {
      const dropped = dropColumns[view] ?? [];
      return [
        view,
        dropped.length === 0 ? columns : new Set([...columns].filter((one) => !dropped.includes(one))),
      ];
    });
    return Promise.resolve(new Map(told));
  }

  async *run(query: SqlQuery, parameters: SqlParameters, signal: AbortSignal): AsyncIterable<RowBatch> {
    const bound = boundParameters(query, parameters);
    await this.check(query, signal);
    const key = PreparedQuery.keyOf(query);
    const prepared = this.idle.get(key) ?? new PreparedQuery(this.database);
    this.idle.delete(key);
    let isDone = false;
    try {
      await this.turns.take(() => this.materialise(query, bound, prepared, signal));
      yield* this.batches(query, prepared, signal);
      isDone = true;
    } finally {
      if (isDone) this.keep(key, prepared);
      else prepared.close();
    }
  }

  private keep(key: string, prepared: PreparedQuery): void {
    prepared.empty();
    // Another run of the same query may have ended meanwhile.
    this.idle.get(key)?.close();
    this.idle.delete(key);
    this.idle.set(key, prepared);
    const [oldest] = this.idle;
    if (this.idle.size <= mostPrepared || oldest === undefined) return;
    this.idle.delete(oldest[0]);
    oldest[1].close();
  }

  private async check(query: SqlQuery, signal: AbortSignal): Promise<void> {
    const catalogue = await this.catalogue(signal);
    for (const [view, needed] of Object.entries(query.needs)) {
      const present = catalogue.get(view) ?? new Set();
      const columns = needed.filter((column) => !present.has(column));
      if (columns.length > 0)
        throw new SiteReadError({ kind: 'missingColumn', query: query.id, view, columns });
    }
    if (this.faults.failQuery === query.id) throw failed(query, 'the demo site was told to fail this query.');
  }

  private async materialise(
    query: SqlQuery,
    bound: ReadonlyMap<string, string | number>,
    prepared: PreparedQuery,
    signal: AbortSignal,
  ): Promise<void> {
    const values = Object.fromEntries(Array.from(bound, ([name, value]) => [`@${name}`, value]));
    for (const select of [...query.steps, ...query.results]) {
      await new Promise(setImmediate); // lets a cancel in between two steps
      throwIfCancelled(query, signal);
      try {
        prepared.fill(select, values);
      } catch (error) {
        throw failed(query, `in ${select.name}, ${error instanceof Error ? error.message : String(error)}.`);
      }
    }
  }

  private async *batches(
    query: SqlQuery,
    prepared: PreparedQuery,
    signal: AbortSignal,
  ): AsyncIterable<RowBatch> {
    const limit = this.faults.failAfterRows ?? Infinity;
    let sent = 0;
    for (const { name } of query.results) {
      const window = prepared.window(name);
      for (let from = 0, rows: readonly SqlRow[]; ; from += rows.length) {
        await Promise.resolve();
        throwIfCancelled(query, signal);
        rows = this.window(query, window, from).map((row) => withBadValue(row, this.faults));
        if (sent + rows.length > limit) throw failed(query, `the demo site broke off after ${limit} rows.`);
        if (rows.length > 0) yield { result: name, rows };
        sent += rows.length;
        if (rows.length < rowsPerBatch) break;
      }
    }
  }

  private window(query: SqlQuery, window: Statement, from: number): readonly SqlRow[] {
    try {
      return rowsBetween(window, from, from + rowsPerBatch);
    } catch (error) {
      throw failed(query, `${error instanceof Error ? error.message : String(error)}.`);
    }
  }
}

const failed = (query: SqlQuery, cause: string): SiteReadError =>
  new SiteReadError({ kind: 'failed', query: query.id, cause });

const throwIfCancelled = (query: SqlQuery, signal: AbortSignal): void => {
  if (signal.aborted) throw new SiteReadError({ kind: 'cancelled', query: query.id });
};
