import siteViews from '../../queries/siteViews.json';
import type { Release } from '../../protocol/demoSite';
import type { DemoDatabase } from './demoDatabase';

type ListedColumn = string | { readonly type: string; readonly since: string };

/** Column names to SQL types of every listed view, as a site of this release has them. */
export const viewsOf = (release: Release): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const listed: Readonly<Record<string, Readonly<Record<string, ListedColumn>>>> = siteViews.views;
  return new Map(
    Object.entries(listed).map(([view, columns]) => {
      const present = Object.entries(columns).flatMap(([column, type]): [string, string][] => {
        if (typeof type === 'string') return [[column, type]];
        return release === 'current' ? [[column, type.type]] : [];
      });
      return [view, new Map(present)];
    }),
  );
};

/** A view that is computed: an expression for each of its columns (NULL for those not named) and its FROM. */
export interface DerivedView {
  readonly from: string;
  readonly columns: Readonly<Record<string, string>>;
}

const affinity: Readonly<Record<string, string>> = {
  int: 'INTEGER',
  bigint: 'INTEGER',
  smallint: 'INTEGER',
  tinyint: 'INTEGER',
  bit: 'INTEGER',
  datetime: 'TEXT',
  nvarchar: 'TEXT COLLATE NOCASE',
  varchar: 'TEXT COLLATE NOCASE',
  xml: 'TEXT',
  varbinary: 'BLOB',
  timestamp: 'BLOB',
};

/** Columns that a real site has indexed under its views; here for tables of some size. */
const indexed: Readonly<Record<string, readonly string[]>> = {
  v_DistributionPointInfo: ['NALPath'],
  v_DistributionPoint: ['PackageID', 'ServerNALPath'],
  v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath'],
  v_ContentDistribution: ['PkgID', 'DPID'],
  v_ContentDistributionVersions: ['PkgID'],
  vSMS_DistributionDPStatus: ['PackageID', 'DPID'],
  vSMS_DistributionJob: ['PkgID'],
  v_Package: ['PackageID'],
  v_SmsPackage: ['PkgID'],
  v_Content: ['PkgID'],
  v_StatusMessage: ['RecordID', 'MessageID'],
  v_StatMsgWithInsStrings: ['RecordID', 'MessageID'],
  v_StatMsgAttributes: ['RecordID'],
  v_StatMsgInsStrings: ['RecordID'],
};

/** Keys: SQLite leaves out an outer join to one whose columns are not read. */
const unique: ReadonlySet<string> = new Set(['v_Package', 'v_SmsPackage']);

const tableOf = (view: string, columns: ReadonlyMap<string, string>): string => {
  const definitions = [...columns].map(([column, type]) => `${column} ${affinity[type] ?? 'BLOB'}`);
  const indexes = (indexed[view] ?? []).map(
    (column) =>
      `CREATE ${unique.has(view) ? 'UNIQUE ' : ''}INDEX site.${view}_${column} ON ${view} (${column});`,
  );
  return `CREATE TABLE site.${view} (${definitions.join(', ')}); ${indexes.join(' ')}`;
};

const derivedOf = (view: string, columns: ReadonlyMap<string, string>, derived: DerivedView): string => {
  const selected = [...columns.keys()].map((column) => `${derived.columns[column] ?? 'NULL'} AS ${column}`);
  return `CREATE VIEW site.${view} AS SELECT ${selected.join(', ')} ${derived.from};`;
};

/**
 * Creates every listed view: as an empty table, or computed as `derived` says.
 * @param derived views that the demo site keeps in its own tables (tables/)
 */
export const createSchema = (
  database: DemoDatabase,
  release: Release,
  derived: Readonly<Record<string, DerivedView>> = {},
): void => {
  const statements = [...viewsOf(release)].map(([view, columns]) => {
    const computed = derived[view];
    return computed === undefined ? tableOf(view, columns) : derivedOf(view, columns, computed);
  });
  database.run(statements.join('\n'));
};
