import type { DemoDatabase } from '../../../extension/adapters/demo/demoDatabase';

/** A column with what is known of its type: T-SQL's, or SQLite's affinity in capitals, or nothing. */
export interface ShapeColumn {
  readonly name: string;
  readonly declared: string;
}

/** Types that SQLite gives to expressions. */
const affinities: ReadonlySet<string> = new Set(['INT', 'TEXT', 'NUM', 'REAL', 'BLOB', '']);

export const isAffinity = (declared: string): boolean => affinities.has(declared);

/**
 * Empty tables with T-SQL's column types beside the real ones, in which SQLite finds out which column a SELECT's
 * column comes from: the demo site's own tables do not tell a bit from an int.
 */
export class Shapes {
  constructor(private readonly database: DemoDatabase) {}

  addTable(table: string, columns: readonly ShapeColumn[]): void {
    const listed = columns.map(({ name, declared }) =>
      isAffinity(declared) ? `"${name}"` : `"${name}" ${declared.toLowerCase()}`,
    );
    this.database.run(`CREATE TABLE ${table} (${listed.join()})`);
  }

  /** @param sql a SELECT without parameters */
  addView(view: string, sql: string): void {
    this.database.run(`CREATE VIEW ${view} AS ${sql}`);
  }

  drop(kind: 'TABLE' | 'VIEW', name: string): void {
    this.database.run(`DROP ${kind} ${name}`);
  }

  /** @param sql a SELECT without parameters */
  columnsOf(sql: string): readonly ShapeColumn[] {
    this.database.run(`CREATE TEMP VIEW asked AS ${sql}`);
    try {
      return this.database
        .all(`SELECT name, type FROM pragma_table_info('asked', 'temp')`)
        .map(({ name, type }) => ({ name: nameOf(String(name)), declared: String(type) }));
    } finally {
      this.database.run(`DROP VIEW temp.asked`);
    }
  }

  close(): void {
    this.database.close();
  }
}

/** SQLite numbers names that come twice, and names an expression after its text. */
const nameOf = (name: string): string => {
  const own = name.replace(/:\d+$/, '');
  return /^[A-Za-z_][\w ]*$/.test(own) ? own : '';
};
