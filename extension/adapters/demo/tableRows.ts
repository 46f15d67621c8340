import type { SqlRow } from '../../ports/siteDatabase';
import type { DemoDatabase } from './demoDatabase';

/**
 * Rows of a table by their position: after `from`, up to `to`.
 * @throws Error for a whole number that JavaScript cannot hold: such a column has to leave as text
 */
export const rowsBetween = (
  database: DemoDatabase,
  table: string,
  from: number,
  to: number,
): readonly SqlRow[] => {
  const statement = database.prepare(`SELECT * FROM ${table} WHERE rowid > ? AND rowid <= ? ORDER BY rowid`);
  try {
    statement.bind([from, to]);
    const columns = statement.getColumnNames();
    const rows: SqlRow[] = [];
    while (statement.step()) {
      const values = statement.get();
      const row: Record<string, string | number | null> = {};
      columns.forEach((column, index) => {
        const value = values[index] ?? null;
        if (value instanceof Uint8Array)
          throw new Error(`column ${column} is binary, which no query may read`);
        if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
          throw new Error(`column ${column} is beyond 2^53 and has to leave as CAST(... AS varchar(20))`);
        row[column] = value;
      });
      rows.push(row);
    }
    return rows;
  } finally {
    statement.free();
  }
};
