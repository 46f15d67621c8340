import type {
  NamedSelect,
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
import type { Faults } from '../../protocol/demoSite';
import { withBadValue } from './withBadValue';
import { rowsBetween } from './tableRows';
import { withSteps } from '../../queries/statementText';
import { Turns } from './turns';

const rowsPerBatch = 500;

type Bound = ReadonlyMap<string, string | number>;

/** Of a query under way: the tables of its steps, and their columns. */
interface Filled {
  readonly tables: Map<string, string>;
  readonly shapes: Map<string, readonly string[]>;
}

/**
 * Runs queries on the demo database. Results are materialised like steps and then read by windows of rowid, so
 * that all rows are of one moment and no statement stays open while the simulation writes.
 */
export class SqlExecutor implements SiteDatabase {
  private runs = 0;
  private readonly shapes = new Map<string, Map<string, readonly string[]>>();
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
    const tables = new Map<string, string>();
    try {
      await this.turns.take(() => this.materialise(query, bound, tables, signal));
      yield* this.batches(query, tables, signal);
    } finally {
      for (const table of tables.values()) this.database.run(`DROP TABLE ${table}`);
    }
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
    bound: Bound,
    tables: Map<string, string>,
    signal: AbortSignal,
  ): Promise<void> {
    const run = this.runs++;
    const shapes = this.shapesOf(query);
    for (const select of [...query.steps, ...query.results]) {
      await new Promise(setImmediate); // lets a cancel in between two steps
      throwIfCancelled(query, signal);
      try {
        this.fill(`temp.run${run}_${select.name}`, select, bound, { tables, shapes });
      } catch (error) {
        throw failed(query, `in ${select.name}, ${error instanceof Error ? error.message : String(error)}.`);
      }
    }
  }

  /** The columns of its steps, by name, as far as they are known: to ask for them takes as long as a small step. */
  private shapesOf({ steps, results }: SqlQuery): Map<string, readonly string[]> {
    const key = [...steps, ...results].map(({ name, sql }) => `${name}\n${sql}`).join('\n');
    const known = this.shapes.get(key) ?? new Map<string, readonly string[]>();
    this.shapes.set(key, known);
    return known;
  }

  /**
   * CREATE TABLE AS alone would lose the collation of text columns; columns without its types would keep SQLite
   * from using an index where they are joined with typed ones.
   */
  private fill(table: string, { name, sql }: NamedSelect, bound: Bound, { tables, shapes }: Filled): void {
    const text = withSteps(sql, tables);
    const values = Object.fromEntries(Array.from(bound, ([key, value]) => [`@${key}`, value]));
    const columns = shapes.get(name) ?? this.columnsOf(`${table}_shape`, text, values);
    shapes.set(name, columns);
    this.database.run(`CREATE TABLE ${table} (${columns.join()})`);
    tables.set(name, table);
    const insert = this.database.prepare(`INSERT INTO ${table} ${text}`);
    try {
      insert.run(values);
    } finally {
      insert.free();
    }
  }

  private columnsOf(
    shape: string,
    text: string,
    values: Readonly<Record<string, string | number>>,
  ): string[] {
    const create = this.database.prepare(`CREATE TABLE ${shape} AS SELECT * FROM (${text}) AS q LIMIT 0`);
    try {
      create.run(values);
    } finally {
      create.free();
    }
    const columns = this.database.all(`SELECT name, type FROM pragma_table_info(?, 'temp')`, [
      shape.replace('temp.', ''),
    ]);
    this.database.run(`DROP TABLE ${shape}`);
    return columns.map(({ name, type }) => {
      if (!/^\w+$/.test(String(name))) throw new Error(`column "${name}" has no name of its own`);
      return `${name} ${type} COLLATE NOCASE`;
    });
  }

  private async *batches(
    query: SqlQuery,
    tables: ReadonlyMap<string, string>,
    signal: AbortSignal,
  ): AsyncIterable<RowBatch> {
    const limit = this.faults.failAfterRows ?? Infinity;
    let sent = 0;
    for (const { name } of query.results) {
      const table = tables.get(name) ?? '';
      for (let from = 0, rows: readonly SqlRow[]; ; from += rows.length) {
        await Promise.resolve();
        throwIfCancelled(query, signal);
        rows = this.window(query, table, from).map((row) => withBadValue(row, this.faults));
        if (sent + rows.length > limit) throw failed(query, `the demo site broke off after ${limit} rows.`);
        if (rows.length > 0) yield { result: name, rows };
        sent += rows.length;
        if (rows.length < rowsPerBatch) break;
      }
    }
  }

  private window(query: SqlQuery, table: string, from: number): readonly SqlRow[] {
    try {
      return rowsBetween(this.database, table, from, from + rowsPerBatch);
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
