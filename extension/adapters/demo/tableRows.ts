import type { SqlRow } from '../../ports/siteDatabase';
import type { DemoDatabase } from './demoDatabase';

export type Statement = ReturnType<DemoDatabase['prepare']>;

/**
 * Rows of a table by their position: after `from`, up to `to`, which the statement takes.
 * @throws Error for a whole number that JavaScript cannot hold: such a column has to leave as text
 */
export const rowsBetween = (statement: Statement, from: number, to: number): readonly SqlRow[] => {
  try {
    statement.bind([from, to]);
    const columns = statement.getColumnNames();
    const rows: SqlRow[] = [];
    while (statement.step()) rows.push(rowOf(columns, statement.get()));
    return rows;
  } finally {
    statement.reset();
  }
};

const rowOf = (columns: readonly string[], values: ReturnType<Statement['get']>): SqlRow => {
  const row: Record<string, string | number | null> = {};
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? null;
    if (value instanceof Uint8Array) throw new Error(`column ${column} is binary, which no query may read`);
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
      throw new Error(`column ${column} is beyond 2^53 and has to leave as CAST(... AS varchar(20))`);
    row[column] = value;
  }
  return row;
};
