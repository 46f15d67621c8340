import type { PGlite } from '@electric-sql/pglite';
import { viewsOf } from '../../../extension/adapters/demo/schema';
import type {
  NamedSelect,
  ParameterType,
  RowBatch,
  SiteCatalogue,
  SiteDatabase,
  SqlParameters,
  SqlQuery,
  SqlRow,
  SqlValue,
} from '../../../extension/ports/siteDatabase';
import { columnsOf } from '../../unit/queries/selectText';

/**
 * A site database on PostgreSQL, which is stricter than SQLite about GROUP BY, aliases, types and columns that do
 * not exist. What differs from SQL Server and is smoothed over here:
 *
 * - names fold to lower case: results get the names of the query's text back;
 * - text of a site ignores case: columns are citext. LOWER, CONCAT and CAST give plain text, which does not;
 * - NULL counts as the highest value: DESC says otherwise;
 * - `nvarchar` and `datetime` are called citext and timestamp; a parameter stands in the text as a typed literal.
 */
export class PgliteDatabase implements SiteDatabase {
  private constructor(private readonly postgres: Pick<PGlite, 'exec' | 'query' | 'close'>) {}

  /** Every listed view of release 1806, as an empty table. */
  static async open(): Promise<PgliteDatabase> {
    // Both are ECMAScript modules only in their types.
    const { PGlite: Postgres } = await import('@electric-sql/pglite');
    const { citext } = await import('@electric-sql/pglite/contrib/citext');
    const asText = (value: string): string => value;
    const postgres = await Postgres.create({ extensions: { citext }, parsers: { 1114: asText } });
    const tables = [...viewsOf('1806')].map(([view, columns]) => {
      const definitions = [...columns].map(([column, type]) => `${column} ${types[type] ?? 'bytea'}`);
      return `CREATE TABLE ${view} (${definitions.join()});`;
    });
    await postgres.exec(`CREATE EXTENSION citext; ${tables.join('\n')} ${indexes}`);
    return new PgliteDatabase(postgres);
  }

  /** In place of the rows that the view had. @param rows by column name; times as text */
  async fill(view: string, rows: readonly SqlRow[]): Promise<void> {
    await this.postgres.exec(`TRUNCATE ${view}`);
    const folded = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column.toLowerCase(), value])),
    );
    await this.postgres.query(
      `INSERT INTO ${view} SELECT * FROM jsonb_populate_recordset(NULL::${view.toLowerCase()}, $1)`,
      [JSON.stringify(folded)],
    );
    await this.postgres.exec(`ANALYZE ${view}`);
  }

  catalogue(_signal: AbortSignal): Promise<SiteCatalogue> {
    return Promise.resolve(
      new Map([...viewsOf('1806')].map(([view, columns]) => [view, new Set(columns.keys())])),
    );
  }

  async *run(query: SqlQuery, parameters: SqlParameters, _signal: AbortSignal): AsyncIterable<RowBatch> {
    const tables = new Map<string, string>();
    try {
      for (const { name, sql } of query.steps) {
        const text = translated(sql, query, parameters, tables);
        await this.named(query, name, () => this.postgres.exec(`CREATE TEMP TABLE step_${name} AS ${text}`));
        tables.set(name, `step_${name}`);
        await this.postgres.exec(`ANALYZE step_${name}`);
      }
      for (const result of query.results)
        yield { result: result.name, rows: await this.rows(query, result, parameters, tables) };
    } finally {
      for (const table of tables.values()) await this.postgres.exec(`DROP TABLE ${table}`);
    }
  }

  close(): Promise<void> {
    return this.postgres.close();
  }

  private async rows(
    query: SqlQuery,
    { name, sql }: NamedSelect,
    parameters: SqlParameters,
    tables: ReadonlyMap<string, string>,
  ): Promise<readonly SqlRow[]> {
    const text = translated(sql, query, parameters, tables);
    const { rows } = await this.named(query, name, () =>
      this.postgres.query<SqlValue[]>(text, [], { rowMode: 'array' }),
    );
    const columns = columnsOf(sql);
    return rows.map((values) =>
      Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])),
    );
  }

  private async named<T>(query: SqlQuery, select: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      throw new Error(`${query.id}, ${select}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}

const types: Readonly<Record<string, string>> = {
  int: 'int',
  bigint: 'bigint',
  smallint: 'smallint',
  tinyint: 'smallint',
  bit: 'int',
  datetime: 'timestamp',
  nvarchar: 'citext',
  varchar: 'citext',
  xml: 'text',
};

/** Without them each attribute of each message would be a scan. */
const indexes = `
CREATE INDEX ON v_StatMsgAttributes (RecordID);
CREATE INDEX ON v_StatMsgInsStrings (RecordID);`;

const translated = (
  sql: string,
  query: SqlQuery,
  parameters: SqlParameters,
  tables: ReadonlyMap<string, string>,
): string =>
  sql
    .replace(/\bAS nvarchar\(\d+\)/g, 'AS citext')
    .replace(/\bAS datetime\b/g, 'AS timestamp')
    .replace(/\bDESC\b/g, 'DESC NULLS LAST')
    .replace(/\{(\w+)\}/g, (_, step: string) => tables.get(step) ?? `no_step_${step}`)
    .replace(/@(\w+)/g, (_, name: string) => literal(query.parameters[name] ?? 'text', parameters[name]));

const literal = (type: ParameterType, value: string | number | undefined): string => {
  switch (type) {
    case 'text':
      return `CAST('${String(value).replaceAll("'", "''")}' AS citext)`;
    case 'time':
      return `CAST('${new Date(Number(value)).toISOString()}' AS timestamp)`;
    case 'int':
    case 'bigint':
      return `CAST(${String(value)} AS ${type})`;
  }
};
