import type { DemoDatabase, SqliteValue } from '../../extension/adapters/demo/demoDatabase';
import { viewsOf } from '../../extension/adapters/demo/schema';
import type { Release } from '../../extension/protocol/demoSite';
import { queryFiles } from '../unit/queries/allQueries';
import { bulkColumn, bulkValue } from './bulkColumn';
import { chunksOf } from './chunks';
import type { Writer } from './target';

/** SQL Server takes a thousand. */
const rowsPerInsert = 500;

/** One transaction each. */
const rowsPerBulk = 100_000;

/** Keys of what lies under the views, which a server keeps the rows in the order of; and other indexes. */
const indexes: Readonly<Record<string, readonly string[]>> = {
  v_DistributionPointInfo: ['ID', 'NALPath'],
  v_Package: ['PackageID'],
  v_SmsPackage: ['PkgID'],
  v_DistributionPoint: ['ServerNALPath, PackageID', 'PackageID'],
  v_PackageStatusDistPointsSumm: ['ServerNALPath, PackageID', 'PackageID'],
  v_ContentDistribution: ['DPID, PkgID', 'PkgID'],
  v_ContentDistributionVersions: ['DPNALPath, PkgID', 'PkgID'],
  vSMS_DistributionDPStatus: ['DPID, PackageID', 'PackageID'],
  v_StatusMessage: ['RecordID', 'MessageID, Time'],
  v_StatMsgAttributes: ['RecordID, AttributeID'],
  v_StatMsgInsStrings: ['RecordID, InsStrIndex'],
};

/** No query reads columns of other types. */
const carried = new Set(['int', 'smallint', 'tinyint', 'bigint', 'bit', 'datetime', 'nvarchar', 'varchar']);

/** Columns by view. */
export type ReadColumns = ReadonlyMap<string, ReadonlySet<string>>;

const read = new Map<string, Set<string>>();
for (const { needs, optional } of queryFiles())
  for (const each of [needs, ...Object.values(optional).map((step) => step.needs)])
    for (const [view, columns] of Object.entries(each))
      read.set(view, new Set([...(read.get(view) ?? []), ...columns]));

/** Columns that queries read. */
export const readColumns: ReadColumns = read;

interface Column {
  readonly name: string;
  readonly type: string;
}

/** With its type as the table has it. */
type TableColumn = Column & { readonly declared: string };

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
  private takesBulk = true;

  constructor(private readonly writer: Writer) {}

  /** @param filled columns that get their values; others stay NULL */
  async create(database: DemoDatabase, release: Release, filled: ReadColumns = readColumns): Promise<void> {
    for (const [view, types] of viewsOf(release)) {
      const columns = Array.from(types, ([name, type]) => ({ name, type }))
        .filter(({ type }) => carried.has(type))
        .map((column) => ({ ...column, declared: columnType(database, view, column) }));
      await this.createTable(view, columns);
      const wanted = columns.filter(({ name }) => filled.get(view)?.has(name) === true);
      if (wanted.length > 0) await this.fill(database, view, wanted);
      await this.createIndexes(view);
      await this.createView(
        view,
        `SELECT ${columns.map(({ name }) => `t.[${name}] AS [${name}]`).join(', ')} FROM dbo.demo_${view} AS t`,
      );
    }
  }

  /** Has a view compute its rows instead. */
  async replaceView(view: string, select: string): Promise<void> {
    await this.writer.run(`DROP VIEW dbo.${view}`);
    await this.writer.run(`CREATE VIEW dbo.${view} AS ${select}`);
  }

  /** Drops what was made, the last first; goes on where something is gone. */
  async drop(): Promise<void> {
    for (const statement of this.made.reverse()) await this.writer.takes(statement);
  }

  private async createTable(view: string, columns: readonly TableColumn[]): Promise<void> {
    const listed = columns.map(({ name, declared }) => `[${name}] ${declared} NULL`);
    await this.writer.run(`CREATE TABLE dbo.demo_${view} (${listed.join(', ')})`);
    this.made.push(`DROP TABLE dbo.demo_${view}`);
  }

  /** Once the rows are in: quicker to fill. */
  private async createIndexes(view: string): Promise<void> {
    for (const [place, columns] of (indexes[view] ?? []).entries()) {
      const index = `INDEX ${view}_${place} ON dbo.demo_${view} (${columns})`;
      if (place > 0 || !(await this.writer.takes(`CREATE CLUSTERED ${index}`)))
        await this.writer.takes(`CREATE ${index}`);
    }
  }

  private async createView(view: string, select: string): Promise<void> {
    await this.writer.run(`CREATE VIEW dbo.${view} AS ${select}`);
    this.made.push(`DROP VIEW dbo.${view}`);
  }

  private async fill(database: DemoDatabase, view: string, columns: readonly TableColumn[]): Promise<void> {
    const statement = database.prepare(`SELECT ${columns.map(selected).join()} FROM ${view}`);
    let place = 0;
    try {
      for (const rows of chunksOf(rowsOfStatement(statement), rowsPerBulk)) {
        if (this.takesBulk) await this.tryBulk(view, columns, rows, place);
        if (!this.takesBulk) await this.insert(view, columns, rows);
        place += rows.length;
      }
    } finally {
      statement.free();
    }
  }

  /** Where the server does not take it: leaves nothing of it behind, and it is not tried again. */
  private async tryBulk(
    view: string,
    columns: readonly TableColumn[],
    rows: readonly Row[],
    before: number,
  ): Promise<void> {
    this.takesBulk = await this.bulk(view, columns, rows);
    if (this.takesBulk) return;
    if (before > 0)
      throw new Error(`The server broke off a bulk load into ${view} after it had taken others.`);
    const [[left] = []] = await this.writer.run(`SELECT COUNT(*) AS n FROM dbo.demo_${view}`);
    if (Number(left) > 0) await this.writer.run(`DELETE FROM dbo.demo_${view}`);
  }

  private async bulk(view: string, columns: readonly TableColumn[], rows: readonly Row[]): Promise<boolean> {
    return this.writer.bulk(
      `dbo.demo_${view}`,
      columns.map(({ name, declared }) => ({ name, ...bulkColumn(declared) })),
      rows.map((row) => columns.map(({ type }, place) => bulkValue(type, row[place] ?? null))),
    );
  }

  private async insert(view: string, columns: readonly TableColumn[], rows: readonly Row[]): Promise<void> {
    const names = columns.map(({ name }) => `[${name}]`).join(', ');
    for (const some of chunksOf(rows, rowsPerInsert)) {
      const values = some.map(
        (row) => `(${columns.map((column, place) => literal(column, row[place] ?? null)).join(', ')})`,
      );
      await this.writer.run(`INSERT INTO dbo.demo_${view} (${names}) VALUES ${values.join(', ')}`);
    }
  }
}

type Row = readonly SqliteValue[];

function* rowsOfStatement(statement: ReturnType<DemoDatabase['prepare']>): Iterable<Row> {
  while (statement.step()) yield statement.get().map((value) => (value instanceof Uint8Array ? null : value));
}
