import type { SiteCatalogue, SqlQuery } from '../../ports/siteDatabase';
import siteViews from '../../queries/siteViews.json';

/** One row for each column of each view that the login may read. All views of a site begin with a v. */
export const catalogueQuery: SqlQuery = {
  id: 'catalogue',
  steps: [],
  results: [
    {
      name: 'column',
      sql: `SELECT c.TABLE_NAME AS ViewName, c.COLUMN_NAME AS ColumnName FROM INFORMATION_SCHEMA.COLUMNS AS c
WHERE c.TABLE_SCHEMA = 'dbo' AND c.TABLE_NAME LIKE 'v%'`,
    },
  ],
  needs: {},
  parameters: {},
};

const views = new Map(
  Object.entries(siteViews.views).map(([view, columns]) => [
    view.toLowerCase(),
    { view, columns: new Map(Object.keys(columns).map((column) => [column.toLowerCase(), column])) },
  ]),
);

/** The catalogue as queries spell it: SQL Server's names have no case, and servers differ in it. */
export class Catalogue {
  private readonly found = new Map<string, Set<string>>();

  add(view: string, column: string): void {
    const known = views.get(view.toLowerCase());
    const name = known?.view ?? view;
    const columns = this.found.get(name) ?? new Set();
    this.found.set(name, columns.add(known?.columns.get(column.toLowerCase()) ?? column));
  }

  get all(): SiteCatalogue {
    return this.found;
  }
}
