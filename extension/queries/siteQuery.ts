import type { ParameterType, SqlParameters, SqlQuery } from '../ports/siteDatabase';
import { queryText } from './queryText';
import type { RowReader } from './rowReader';

/**
 * A question to the site: the SQL of `<question>.sql`, what it needs, and a decoder for each of its results.
 * @typeParam P its parameters
 * @typeParam R result name to the row type that its decoder gives
 */
export interface SiteQuery<P extends SqlParameters, R extends object> {
  readonly sql: SqlQuery;
  readonly decode: { readonly [K in keyof R]: (row: RowReader) => R[K] };
  /** Carries P for the compiler; never set. */
  readonly parameterType?: P;
}

export const siteQuery =
  <P extends SqlParameters>(parameters: { readonly [K in keyof P]: ParameterType }) =>
  <R extends object>(
    id: string,
    text: string,
    needs: SqlQuery['needs'],
    decode: SiteQuery<P, R>['decode'],
  ): SiteQuery<P, R> => ({ sql: { id, ...queryText(text), needs, parameters }, decode });

/** For queries without parameters. */
export type NoParameters = Readonly<Record<string, never>>;
