/** A value as a site database returns it. bigint columns arrive as text (`CAST(x AS varchar(20))`). */
export type SqlValue = string | number | boolean | Date | null;

/** One row, by column name or alias. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** `time` values are UTC epoch milliseconds; each executor binds them as its engine stores times. */
export type ParameterType = 'text' | 'int' | 'bigint' | 'time';

/** One SELECT, named so that later ones can read it as `{name}` (a step) or the caller can (a result). */
export interface NamedSelect {
  readonly name: string;
  readonly sql: string;
}

/**
 * A parameterised read in the portable subset (docs/architecture.md, Queries). Steps are materialised in
 * order, once; then each result is streamed. All of it is one round trip.
 */
export interface SqlQuery {
  readonly id: string;
  readonly steps: readonly NamedSelect[];
  readonly results: readonly NamedSelect[];
  /** Columns read, by view. A site that lacks one is told before anything runs. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly parameters: Readonly<Record<string, ParameterType>>;
}

/** Exactly the query's parameters; a missing, surplus or wrongly typed one is refused. */
export type SqlParameters = Readonly<Record<string, string | number>>;

export interface RowBatch {
  /** The result SELECT that these rows belong to. */
  readonly result: string;
  /** At most 1,000 rows. */
  readonly rows: readonly SqlRow[];
}

/** View name to names of columns. */
export type ViewColumns = ReadonlyMap<string, ReadonlySet<string>>;

/** The columns that can be read, as the connected site has them. */
export type SiteCatalogue = ViewColumns & {
  /** Columns that are there and that the login has no right to read. */
  readonly denied?: ViewColumns;
  /**
   * Views that are read by the roles of an administrative user: rows that these do not show are left out, so that
   * a row which is not read may be there all the same.
   */
  readonly scoped?: ReadonlySet<string>;
};

/** Reads of one site's database. Never writes. */
export interface SiteDatabase {
  /** Views and columns of the connected site. Throws SiteReadError. */
  catalogue(signal: AbortSignal): Promise<SiteCatalogue>;
  /**
   * Streams the results of one query, in the order of its SELECTs.
   * @throws SiteReadError; with kind `cancelled` at once when the signal aborts.
   */
  run(query: SqlQuery, parameters: SqlParameters, signal: AbortSignal): AsyncIterable<RowBatch>;
}
