import initSqlJs from 'sql.js';
import { DemoDatabase } from '../../../extension/adapters/demo/demoDatabase';
import { generateSite } from '../../../extension/adapters/demo/generateSite';
import { viewsOf } from '../../../extension/adapters/demo/schema';
import type { SiteOptions } from '../../../extension/adapters/demo/site/siteModel';
import { allRights, functionOf, tellRights, type Rights } from './rights';
import { Shapes, type ShapeColumn } from './shapes';
import { declaredType } from './types';

/** INFORMATION_SCHEMA.COLUMNS and .TABLES, with the columns that clients ask for. */
const catalogue = `ATTACH ':memory:' AS INFORMATION_SCHEMA;
  CREATE TABLE INFORMATION_SCHEMA.COLUMNS (TABLE_CATALOG nvarchar(128) COLLATE NOCASE,
    TABLE_SCHEMA nvarchar(128) COLLATE NOCASE, TABLE_NAME nvarchar(128) COLLATE NOCASE,
    COLUMN_NAME nvarchar(128) COLLATE NOCASE, ORDINAL_POSITION int, IS_NULLABLE nvarchar(3),
    DATA_TYPE nvarchar(128), CHARACTER_MAXIMUM_LENGTH int);
  CREATE TABLE INFORMATION_SCHEMA.TABLES (TABLE_CATALOG nvarchar(128) COLLATE NOCASE,
    TABLE_SCHEMA nvarchar(128) COLLATE NOCASE, TABLE_NAME nvarchar(128) COLLATE NOCASE,
    TABLE_TYPE nvarchar(10));
  CREATE TABLE INFORMATION_SCHEMA.ROUTINE_COLUMNS (TABLE_SCHEMA nvarchar(128) COLLATE NOCASE,
    TABLE_NAME nvarchar(128) COLLATE NOCASE, COLUMN_NAME nvarchar(128) COLLATE NOCASE);
  CREATE TABLE INFORMATION_SCHEMA.PARAMETERS (SPECIFIC_SCHEMA nvarchar(128) COLLATE NOCASE,
    SPECIFIC_NAME nvarchar(128) COLLATE NOCASE, PARAMETER_MODE nvarchar(10) COLLATE NOCASE,
    PARAMETER_NAME nvarchar(128));`;

/** One database of the server: rows in SQLite, and T-SQL's column types beside them. */
export class SiteStore {
  readonly shapes: Shapes;

  private constructor(
    readonly name: string,
    readonly database: DemoDatabase,
    shapeDatabase: DemoDatabase,
    readonly rights: Rights,
    private readonly closeOthers: () => void = () => undefined,
  ) {
    this.shapes = new Shapes(shapeDatabase);
    database.run(catalogue);
    shapeDatabase.run(catalogue);
    tellRights(rights, database);
    tellRights(rights, shapeDatabase);
  }

  /** The generated demo site. */
  static async demo(name: string, options: SiteOptions, rights: Rights): Promise<SiteStore> {
    const { database, messages } = await generateSite(options);
    const { Database } = await initSqlJs();
    const store = new SiteStore(name, database, new DemoDatabase(new Database()), rights, () => {
      messages.close();
    });
    for (const [view, columns] of viewsOf(options.release))
      store.addTable(
        view,
        Array.from(columns, ([column, declared]) => ({ name: column, declared })),
        'VIEW',
      );
    for (const [view, condition] of Object.entries(rights.byRole)) store.showByRole(view, condition);
    return store;
  }

  static async empty(name: string, tellsRights: boolean): Promise<SiteStore> {
    const { Database } = await initSqlJs();
    const [database, shapes] = [new DemoDatabase(new Database()), new DemoDatabase(new Database())];
    return new SiteStore(name, database, shapes, { ...allRights, tellsRights });
  }

  /** Lists a table or view that the database has. */
  addTable(table: string, columns: readonly ShapeColumn[], kind: 'TABLE' | 'VIEW'): void {
    this.shapes.addTable(table, columns);
    this.list(table, columns, kind);
  }

  addView(view: string, sql: string): void {
    const columns = this.shapes.columnsOf(sql);
    this.database.run(`CREATE VIEW ${view} AS ${sql}`);
    this.shapes.addView(view, sql);
    this.list(view, columns, 'VIEW');
  }

  forget(kind: 'TABLE' | 'VIEW', name: string): void {
    this.database.run(`DROP ${kind} ${name}`);
    this.shapes.drop(kind, name);
    this.unlist(name);
  }

  /** A function of one argument instead of a view, which is not even listed. */
  private showByRole(view: string, condition: string): void {
    const name = functionOf(view);
    const columns = this.shapes.columnsOf(`SELECT * FROM ${view}`);
    this.database.run(`CREATE VIEW site.${name} AS SELECT * FROM ${view} WHERE ${condition}`);
    this.shapes.addView(name, `SELECT * FROM ${view}`);
    for (const column of columns)
      this.database.run(`INSERT INTO INFORMATION_SCHEMA.ROUTINE_COLUMNS VALUES ('dbo', ?, ?)`, [
        name,
        column.name,
      ]);
    this.database.run(`INSERT INTO INFORMATION_SCHEMA.PARAMETERS VALUES ('dbo', ?, 'IN', '@UserSIDs')`, [
      name,
    ]);
    this.unlist(view);
  }

  private unlist(name: string): void {
    for (const list of ['COLUMNS', 'TABLES'])
      this.database.run(`DELETE FROM INFORMATION_SCHEMA.${list} WHERE TABLE_NAME = ?`, [name]);
  }

  close(): void {
    this.closeOthers();
    this.database.close();
    this.shapes.close();
  }

  private list(table: string, columns: readonly ShapeColumn[], kind: 'TABLE' | 'VIEW'): void {
    this.database.run(`INSERT INTO INFORMATION_SCHEMA.TABLES VALUES (?, 'dbo', ?, ?)`, [
      this.name,
      table,
      kind === 'VIEW' ? 'VIEW' : 'BASE TABLE',
    ]);
    columns.forEach(({ name, declared }, index) => {
      const type = declaredType(declared);
      const length = type?.name === 'nvarchar' ? (type.length === 'max' ? -1 : type.length) : null;
      this.database.run(`INSERT INTO INFORMATION_SCHEMA.COLUMNS VALUES (?, 'dbo', ?, ?, ?, 'YES', ?, ?)`, [
        this.name,
        table,
        name,
        index + 1,
        declared.replace(/\(.*$/, '').toLowerCase(),
        length,
      ]);
    });
  }
}
