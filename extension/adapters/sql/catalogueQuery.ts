import type { SqlQuery, ViewColumns } from '../../ports/siteDatabase';
import siteViews from '../../queries/siteViews.json';

/** The views that questions read; a site has thousands more. */
const knownViews = Object.keys(siteViews.views);

/** In lower case, for servers that keep or compare names otherwise. */
const listed = (names: readonly string[]): string =>
  names.map((name) => ["'", name.toLowerCase(), "'"].join('')).join(', ');

/**
 * The function that shows a view's rows by role: `fn_rbac_Package` of `v_Package`, and of a provider view with its
 * whole name, `fn_rbac_vSMS_DistributionDPStatus`.
 */
export const functionOf = (view: string): string => 'fn_rbac_'.concat(view.replace(/^v_/, ''));

const columnsOf = (alias: string): string =>
  'SELECT c.TABLE_NAME AS ViewName, c.COLUMN_NAME AS ColumnName'.concat(
    alias,
    " FROM INFORMATION_SCHEMA.COLUMNS AS c WHERE c.TABLE_SCHEMA = 'dbo' AND LOWER(c.TABLE_NAME) IN (",
    listed(knownViews),
    ')',
  );

const asked = (id: string, sql: string): SqlQuery => ({
  id,
  steps: [],
  results: [{ name: 'column', sql }],
  needs: {},
  parameters: {},
});

/** One row for each column of each view, with whether the login may read it: some rights show a view and not its rows. */
export const rightsQuery = asked(
  'catalogue',
  columnsOf(
    ", COALESCE(HAS_PERMS_BY_NAME(CONCAT('dbo.', c.TABLE_NAME), 'OBJECT', 'SELECT', c.COLUMN_NAME, 'COLUMN'), 1) AS MayRead",
  ),
);

/** The same on servers that cannot tell rights: what is listed counts as readable. */
export const catalogueQuery = asked('catalogue', columnsOf(', 1 AS MayRead'));

const scopedViews = new Map(knownViews.map((view) => [functionOf(view).toLowerCase(), view]));

/** @returns undefined for a function of no view that is known */
export const viewOfFunction = (name: string): string | undefined => scopedViews.get(name.toLowerCase());

/** Columns of the site's functions by role that the login may read from, and that take one argument alone. */
export const functionsQuery = asked(
  'functions',
  `SELECT r.TABLE_NAME AS ViewName, r.COLUMN_NAME AS ColumnName, 1 AS MayRead
FROM INFORMATION_SCHEMA.ROUTINE_COLUMNS AS r
WHERE r.TABLE_SCHEMA = 'dbo' AND (SELECT COUNT(*) FROM INFORMATION_SCHEMA.PARAMETERS AS p
    WHERE p.SPECIFIC_SCHEMA = 'dbo' AND p.SPECIFIC_NAME = r.TABLE_NAME AND p.PARAMETER_MODE = 'IN') = 1
  AND LOWER(r.TABLE_NAME) IN (`.concat(listed(knownViews.map(functionOf)), ')'),
);

const spellings = new Map(
  Object.entries(siteViews.views).map(([view, columns]) => [
    view.toLowerCase(),
    { view, columns: new Map(Object.keys(columns).map((column) => [column.toLowerCase(), column])) },
  ]),
);

/** Columns as questions spell them: SQL Server's names have no case, and servers differ in it. */
export class Spelt {
  private readonly found = new Map<string, Set<string>>();

  add(view: string, column: string): void {
    const known = spellings.get(view.toLowerCase());
    const name = known?.view ?? view;
    const columns = this.found.get(name) ?? new Set();
    this.found.set(name, columns.add(known?.columns.get(column.toLowerCase()) ?? column));
  }

  get all(): ViewColumns {
    return this.found;
  }
}
