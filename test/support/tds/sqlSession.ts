import type { Parameter } from './rpc';
import type { ShapeColumn } from './shapes';
import type { SiteStore } from './siteStore';
import { SqlError } from './sqlError';
import { sqliteText } from './dialect';
import type { SqlToken } from './statements';
import { affinityOf, type CellValue, type Column } from './types';

/** What a statement gave. */
export type Outcome =
  | {
      readonly kind: 'rows';
      readonly columns: readonly Column[];
      readonly rows: Iterable<readonly CellValue[]>;
    }
  | { readonly kind: 'done'; readonly rows?: number }
  | { readonly kind: 'database'; readonly name: string };

/** All databases of the server. */
export interface Databases {
  readonly generatedRows: number;
  readonly mayCreate: boolean;
  get(name: string): SiteStore | undefined;
  create(name: string): Promise<void>;
  drop(name: string): void;
  /** UTC epoch milliseconds by the server's clock. */
  now(): number;
}

type Bound = Readonly<Record<string, string | number | null>>;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** One client's session: its database and its temporary tables. */
export class SqlSession {
  private readonly temporary = new Set<string>();

  constructor(
    readonly id: number,
    readonly databases: Databases,
    private current: SiteStore,
    private readonly user: string,
  ) {}

  get store(): SiteStore {
    return this.current;
  }

  get temporaryTables(): number {
    return this.temporary.size;
  }

  /** @throws SqlError 911 */
  use(name: string): void {
    const store = this.databases.get(name);
    if (store === undefined)
      throw new SqlError(
        911,
        `Database '${name}' does not exist. Make sure that the name is entered correctly.`,
      );
    this.dropTemporary();
    this.current = store;
  }

  tableOf(name: string): string {
    return `temp.s${String(this.id)}_${name}`;
  }

  createTemporary(name: string, columns: readonly ShapeColumn[]): void {
    if (this.temporary.has(name))
      throw new SqlError(2714, `There is already an object named '#${name}' in the database.`, 16, 6);
    const table = this.tableOf(name);
    const listed = columns.map((column) => {
      if (column.name === '')
        throw new SqlError(1038, 'An object or column name is missing or empty.', 15, 5);
      return `"${column.name}" ${affinityOf(column.declared)}`;
    });
    this.store.database.run(`CREATE TABLE ${table} (${listed.join()})`);
    this.store.shapes.addTable(table, columns);
    this.temporary.add(name);
  }

  /** @throws SqlError 3701 */
  dropTable(name: string): void {
    if (!this.temporary.delete(name))
      throw new SqlError(
        3701,
        `Cannot drop the table '#${name}', because it does not exist or you do not have permission.`,
        11,
        5,
      );
    this.store.database.run(`DROP TABLE ${this.tableOf(name)}`);
    this.store.shapes.drop('TABLE', this.tableOf(name));
  }

  /** All temporary tables but those of `except`. */
  dropTemporary(except: ReadonlySet<string> = new Set()): void {
    for (const name of this.temporary) if (!except.has(name)) this.dropTable(name);
  }

  get tables(): ReadonlySet<string> {
    return new Set(this.temporary);
  }

  /** The statement for the rows. Parameters stay, in lower case. */
  sqlOf(tokens: readonly SqlToken[], parameters: readonly Parameter[]): string {
    return this.render(tokens, parameters, ({ name, type }) =>
      type === 'bigint' ? `CAST(${name.toLowerCase()} AS bigint)` : name.toLowerCase(),
    );
  }

  /** The statement for the shapes, where nothing is bound. */
  shapeSqlOf(tokens: readonly SqlToken[], parameters: readonly Parameter[]): string {
    return this.render(
      tokens,
      parameters,
      ({ type }) => `CAST(NULL AS ${affinityOf(type).split(' ')[0] ?? ''})`,
    );
  }

  private render(
    tokens: readonly SqlToken[],
    parameters: readonly Parameter[],
    use: (parameter: Parameter) => string,
  ): string {
    return sqliteText(tokens, {
      temporary: (name) => this.tableOf(name),
      parameter: (asked) => {
        const found = parameters.find(({ name }) => name.toLowerCase() === asked);
        if (found === undefined)
          throw new SqlError(137, `Must declare the scalar variable "${asked}".`, 15, 2);
        return use(found);
      },
      values: this.values(),
      userSids: this.store.rights.userSids,
    });
  }

  private values(): Readonly<Record<string, string>> {
    const now = quoted(new Date(this.databases.now()).toISOString());
    return {
      getutcdate: now,
      sysutcdatetime: now,
      getdate: now,
      db_name: quoted(this.store.name),
      suser_sname: quoted(this.user),
      original_login: quoted(this.user),
      '@@version': quoted('Microsoft SQL Server 2019 (test) - 15.0.4430.1 (X64)'),
      '@@spid': String(this.id),
      '@@servername': quoted('TDSTEST'),
      '@@trancount': '0',
    };
  }
}

/** Values by name in lower case, as SQLite takes them. */
export const boundValues = (parameters: readonly Parameter[]): Bound =>
  Object.fromEntries(parameters.map(({ name, value }) => [name.toLowerCase(), value]));
