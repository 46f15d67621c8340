import type { SiteDatabase, SqlParameters } from '../ports/siteDatabase';
import { SiteReadError } from '../ports/siteReadError';
import { ColumnSpelling } from './columnSpelling';
import { RowReader } from './rowReader';
import type { SiteQuery } from './siteQuery';

/** Some rows of one result, decoded. */
export type Batch<R extends object> = {
  readonly [K in keyof R]: { readonly result: K; readonly rows: readonly R[K][] };
}[keyof R];

/** Streams a query's results, decoded. @throws SiteReadError */
export async function* streamQuery<P extends SqlParameters, R extends object>(
  database: SiteDatabase,
  query: SiteQuery<P, R, string>,
  parameters: P,
  signal: AbortSignal,
): AsyncIterable<Batch<R>> {
  const { id } = query.sql;
  const decoders: Readonly<Partial<Record<string, (row: RowReader) => R[keyof R]>>> = query.decode;
  for await (const { result, rows } of database.run(query.sql, parameters, signal)) {
    const decode = decoders[result];
    if (decode === undefined)
      throw new SiteReadError({
        kind: 'failed',
        query: id,
        cause: `it gave a result "${result}" that was not asked for.`,
      });
    const spelling = new ColumnSpelling(rows[0] ?? {});
    yield { result: result as keyof R, rows: rows.map((row) => decode(new RowReader(id, row, spelling))) };
  }
}

/** All rows of a query's results, for those that are small. @throws SiteReadError */
export const readQuery = async <P extends SqlParameters, R extends object>(
  database: SiteDatabase,
  query: SiteQuery<P, R, string>,
  parameters: P,
  signal: AbortSignal,
): Promise<{ readonly [K in keyof R]: readonly R[K][] }> => {
  const read = new Map<string, unknown[]>(query.sql.results.map(({ name }) => [name, []]));
  for await (const { result, rows } of streamQuery(database, query, parameters, signal))
    read.get(String(result))?.push(...rows);
  return Object.fromEntries(read) as unknown as { readonly [K in keyof R]: readonly R[K][] };
};
