import type { DemoDatabase, SqliteValue } from '../../extension/adapters/demo/demoDatabase';
import { viewsOf } from '../../extension/adapters/demo/schema';
import type { Release } from '../../extension/protocol/demoSite';
import { queryFiles } from '../unit/queries/allQueries';
import type { Writer } from './target';

/** SQL Server takes a thousand. */
const rowsPerInsert = 500;

/** Columns that joins look up, where a server may make an index of them. */
const joined: Readonly<Record<string, readonly string[]>> = {
  v_DistributionPoint: ['PackageID', 'ServerNALPath'],
  v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath'],
  v_ContentDistribution: ['PkgID', 'DPID'],
  v_ContentDistributionVersions: ['PkgID'],
  vSMS_DistributionDPStatus: ['PackageID', 'DPID'],
  v_StatusMessage: ['RecordID', 'MessageID'],
  v_StatMsgAttributes: ['RecordID'],
  v_StatMsgInsStrings: ['RecordID'],
};

/** No query reads columns of other types. */
const carried = new Set(['int', 'smallint', 'tinyint', 'bigint', 'bit', 'datetime', 'nvarchar', 'varchar']);

/** Columns that queries read, by view; others stay NULL. */
const read = new Map<string, Set<string>>();
for (const { needs, optional } of queryFiles())
  for (const each of [needs, ...Object.values(optional).map((step) => step.needs)])
    for (const [view, columns] of Object.entries(each))
      read.set(view, new Set([...(read.get(view) ?? []), ...columns]));

interface Column {
  readonly name: string;
  readonly type: string;
}

const columnType = (database: DemoDatabase, view: string, { name, type }: Column): string => {
  if (!type.endsWith('varchar')) return type;
  const [found] = database.all(`SELECT MAX(LENGTH(${name})) AS longest FROM ${view}`);
  const longest = Number(found?.['longest'] ?? 0);
  return longest <= 255 ? 'nvarchar(255)' : longest <= 4000 ? 'nvarchar(4000)' : 'nvarchar(max)';
};

/** bigint as digits, because a number would be rounded. */
const selected = ({ name, type }: Column): string =>
  type === 'bigint' ? `CAST(${name} AS TEXT) AS ${name}` : name;

const literal = ({ type }: Column, value: SqliteValue): string => {
  if (value === null) return 'NULL';
  if (type === 'datetime') return `'${String(value).replace(/Z$/, '')}'`;
  if (type.endsWith('varchar')) return `N'${String(value).replaceAll("'", "''")}'`;
  return String(value);
};

/** Makes the site's views, over tables with the demo site's rows. */
export class SiteTables {
  private readonly made: string[] = [];

  constructor(private readonly writer: Writer) {}

  async create(database: DemoDatabase, release: Release): Promise<void> {
    for (const [view, types] of viewsOf(release)) {
      const columns = Array.from(types, ([name, type]) => ({ name, type })).filter(({ type }) =>
        carried.has(type),
      );
      await this.createTable(database, view, columns);
      const filled = columns.filter(({ name }) => read.get(view)?.has(name) === true);
      if (filled.length > 0) await this.insert(database, view, filled);
      await this.createView(view, columns);
    }
  }

  /** Drops what was made, the last first; goes on where something is gone. */
  async drop(): Promise<void> {
    for (const statement of this.made.reverse()) await this.writer.takes(statement);
  }

  private async createTable(database: DemoDatabase, view: string, columns: readonly Column[]): Promise<void> {
    const listed = columns.map((column) => `[${column.name}] ${columnType(database, view, column)} NULL`);
    await this.writer.run(`CREATE TABLE dbo.demo_${view} (${listed.join(', ')})`);
    this.made.push(`DROP TABLE dbo.demo_${view}`);
    for (const column of joined[view] ?? [])
      await this.writer.takes(`CREATE INDEX ${view}_${column} ON dbo.demo_${view} (${column})`);
  }

  private async createView(view: string, columns: readonly Column[]): Promise<void> {
    const listed = columns.map(({ name }) => `t.[${name}] AS [${name}]`);
    await this.writer.run(
      `CREATE VIEW dbo.${view} AS SELECT ${listed.join(', ')} FROM dbo.demo_${view} AS t`,
    );
    this.made.push(`DROP VIEW dbo.${view}`);
  }

  private async insert(database: DemoDatabase, view: string, columns: readonly Column[]): Promise<void> {
    const rows = database.all(`SELECT ${columns.map(selected).join()} FROM ${view}`);
    const names = columns.map(({ name }) => `[${name}]`).join(', ');
    for (let from = 0; from < rows.length; from += rowsPerInsert) {
      const values = rows
        .slice(from, from + rowsPerInsert)
        .map((row) => `(${columns.map((column) => literal(column, row[column.name] ?? null)).join(', ')})`);
      await this.writer.run(`INSERT INTO dbo.demo_${view} (${names}) VALUES ${values.join(', ')}`);
    }
  }
}
