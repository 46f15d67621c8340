import type { SqlParameters, SqlQuery } from '../ports/siteDatabase';
import type { RowReader } from './rowReader';

/**
 * A question to the site: the SQL of `<question>.sql`, what it needs, and a decoder for each of its results.
 * @typeParam R result name to the row type that its decoder gives
 */
export interface SiteQuery<P extends SqlParameters, R extends Readonly<Record<string, unknown>>> {
  readonly sql: SqlQuery;
  readonly decode: { readonly [K in keyof R]: (row: RowReader) => R[K] };
  /** Carries P for the compiler; never set. */
  readonly parameterType?: P;
}
