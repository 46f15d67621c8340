import type { SiteCatalogue, SqlQuery } from '../../ports/siteDatabase';
import type { CheckedParameter } from '../../queries/checkedParameters';
import { functionOf } from './catalogueQuery';

/** What the site's functions by role are given: `fn_rbac_Package(@UserSIDs)`. */
const argument = 'UserSIDs';

/** String literals and comments stay; the view follows FROM or JOIN. */
const place = /('(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/)|\b(FROM|JOIN)(\s+)(v\w+)/gi;

export interface ScopedQuery {
  readonly query: SqlQuery;
  readonly parameters: ReadonlyMap<string, CheckedParameter>;
}

/** The query with the site's functions by role in place of the views that are read by role. */
export const scopedQuery = (
  query: SqlQuery,
  parameters: ReadonlyMap<string, CheckedParameter>,
  { scoped }: SiteCatalogue,
  userSids: string,
): ScopedQuery => {
  if (scoped === undefined || !Object.keys(query.needs).some((view) => scoped.has(view)))
    return { query, parameters };
  const names = new Map(Array.from(scoped, (view) => [view.toLowerCase(), functionOf(view)]));
  const byRole = (sql: string): string =>
    sql.replace(place, (whole, inert?: string, word?: string, space?: string, view?: string) => {
      const name = inert === undefined ? names.get(view?.toLowerCase() ?? '') : undefined;
      return name === undefined ? whole : [word, space, 'dbo.', name, '(@', argument, ')'].join('');
    });
  const through = <T extends { readonly sql: string }>(one: T): T => ({ ...one, sql: byRole(one.sql) });
  return {
    query: { ...query, steps: query.steps.map(through), results: query.results.map(through) },
    parameters: new Map([...parameters, [argument, { type: 'text', value: userSids }]]),
  };
};
