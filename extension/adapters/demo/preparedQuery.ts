import type { NamedSelect, SqlQuery } from '../../ports/siteDatabase';
import { withSteps } from '../../queries/statementText';
import type { DemoDatabase } from './demoDatabase';
import type { Statement } from './tableRows';

/** The values of a run, by name with the sign. */
export type BoundValues = Readonly<Record<string, string | number>>;

interface Table {
  readonly name: string;
  readonly fill: Statement;
  readonly window: Statement;
}

/**
 * A query's tables and statements. They are kept from one run to the next: of a query that finds little, to make them
 * takes longer than all else.
 */
export class PreparedQuery {
  private readonly tables = new Map<string, Table>();
  private readonly names = new Map<string, string>();

  private readonly number: number;

  constructor(private readonly database: DemoDatabase) {
    this.number = database.nextNumber();
  }

  /** What tells queries of other SELECTs apart. */
  static keyOf({ steps, results }: SqlQuery): string {
    return [...steps, ...results].map(({ name, sql }) => `${name}\n${sql}`).join('\n');
  }

  /** Fills the table of a SELECT; those that it reads have to be filled before. */
  fill(select: NamedSelect, values: BoundValues): void {
    const table = this.tables.get(select.name) ?? this.make(select, values);
    table.fill.run(values);
  }

  /** The columns of a result's table, and its rows by their position: after `from`, up to `to`. */
  window(result: string): Statement {
    const table = this.tables.get(result);
    if (table === undefined) throw new Error(`${result} was not read`);
    return table.window;
  }

  /** Lets go of the rows. */
  empty(): void {
    for (const { name } of this.tables.values()) this.database.run(`DELETE FROM ${name}`);
  }

  /** Lets go of everything. */
  close(): void {
    for (const { fill, window } of this.tables.values()) {
      fill.free();
      window.free();
    }
    for (const name of this.names.values()) this.database.run(`DROP TABLE ${name}`);
    this.tables.clear();
    this.names.clear();
  }

  /**
   * CREATE TABLE AS alone would lose the collation of text columns; columns without its types would keep SQLite
   * from using an index where they are joined with typed ones.
   */
  private make(select: NamedSelect, values: BoundValues): Table {
    const name = `temp.query${this.number}_${select.name}`;
    const text = withSteps(select.sql, this.names);
    this.database.run(`CREATE TABLE ${name} (${this.columnsOf(`${name}_shape`, text, values).join()})`);
    this.names.set(select.name, name);
    const table = {
      name,
      fill: this.database.prepare(`INSERT INTO ${name} ${text}`),
      window: this.database.prepare(`SELECT * FROM ${name} WHERE rowid > ? AND rowid <= ? ORDER BY rowid`),
    };
    this.tables.set(select.name, table);
    return table;
  }

  private columnsOf(shape: string, text: string, values: BoundValues): string[] {
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
}
