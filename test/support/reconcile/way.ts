import type { PairId } from '../../../extension/core/reconcile/pairId';
import type {
  RowBatch,
  SiteDatabase,
  SqlParameters,
  SqlQuery,
  SqlRow,
} from '../../../extension/ports/siteDatabase';

/** What a way of asking for missing content gave. */
export interface Answer {
  /** Pairs that it calls in need of repair. */
  readonly pairs: ReadonlySet<PairId>;
  /** Read from the database. */
  readonly rows: number;
}

/** A query of one result. */
export const questionOf = (id: string, sql: string, parameters: SqlQuery['parameters'] = {}): SqlQuery => ({
  id,
  steps: [],
  results: [{ name: id, sql }],
  needs: {},
  parameters,
});

/** All rows of a query, one by one. */
export async function* rowsOf(
  database: SiteDatabase,
  query: SqlQuery,
  parameters: SqlParameters = {},
): AsyncIterable<SqlRow> {
  for await (const { rows } of database.run(query, parameters, new AbortController().signal)) yield* rows;
}

/** The same database, which tells of every batch that was read. */
export const watched = (database: SiteDatabase, onBatch: (batch: RowBatch) => void): SiteDatabase => ({
  catalogue: (signal) => database.catalogue(signal),
  async *run(query, parameters, signal) {
    for await (const batch of database.run(query, parameters, signal)) {
      onBatch(batch);
      yield batch;
    }
  },
});
