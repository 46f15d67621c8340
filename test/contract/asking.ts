import assert from 'node:assert/strict';
import type { SiteDatabase, SqlParameters, SqlQuery } from '../../extension/ports/siteDatabase';
import { SiteReadError, type SiteReadFailure } from '../../extension/ports/siteReadError';
import { RowReader } from '../../extension/queries/rowReader';

export const never = new AbortController().signal;

/** A query of one result, or with the parts that are given. */
export const query = (sql: string, parts: Partial<SqlQuery> = {}): SqlQuery => ({
  id: 'asked',
  steps: [],
  results: [{ name: 'rows', sql }],
  needs: {},
  parameters: {},
  ...parts,
});

/** All rows of all results, in order, each with the name of its result. */
export const rowsOf = async (
  database: SiteDatabase,
  asked: SqlQuery,
  parameters: SqlParameters = {},
  signal = never,
): Promise<readonly { readonly result: string; readonly row: RowReader }[]> => {
  const read = [];
  for await (const { result, rows } of database.run(asked, parameters, signal)) {
    assert.ok(rows.length <= 1000, `${String(rows.length)} rows in a batch`);
    for (const row of rows) read.push({ result, row: new RowReader(asked.id, row) });
  }
  return read;
};

/** The one row of a query that gives one. */
export const rowOf = async (
  database: SiteDatabase,
  asked: SqlQuery,
  parameters: SqlParameters = {},
): Promise<RowReader> => {
  const [first, ...others] = await rowsOf(database, asked, parameters);
  assert.ok(first !== undefined && others.length === 0, 'one row');
  return first.row;
};

export const readErrorOf = async (reading: Promise<unknown>): Promise<SiteReadError> => {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SiteReadError, `a read error, not ${String(error)}`);
  return error;
};

export const failureOf = async (reading: Promise<unknown>): Promise<SiteReadFailure> =>
  (await readErrorOf(reading)).failure;

/** Milliseconds that something took, with its outcome. */
export const timed = async <T>(work: Promise<T>): Promise<{ readonly took: number; readonly value: T }> => {
  const begun = performance.now();
  const value = await work;
  return { took: performance.now() - begun, value };
};
