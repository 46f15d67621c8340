import type { SqlQuery } from '../../ports/siteDatabase';
import { withSteps } from '../../queries/statementText';

/**
 * The T-SQL of a query: one batch, so one round trip. Run by sp_executesql, whose end drops the steps' tables.
 * Each result SELECT gives one result set, in order; nothing else gives any.
 * @param lockTimeout milliseconds
 * @throws Error for a step that reads one that does not come before
 */
export const batchText = (query: SqlQuery, lockTimeout: number): string => {
  const tables = new Map<string, string>();
  const statements = [
    'SET NOCOUNT ON',
    // Whoever writes to the site is worth more than a reader, which asks again.
    'SET DEADLOCK_PRIORITY LOW',
    `SET LOCK_TIMEOUT ${Math.trunc(lockTimeout)}`,
  ];
  for (const { name, sql } of query.steps) {
    statements.push(`SELECT * INTO #${name} FROM (\n${withSteps(sql, tables)}\n) AS step_${name}`);
    tables.set(name, `#${name}`);
  }
  for (const { sql } of query.results) statements.push(withSteps(sql, tables));
  return statements.map((statement) => `${statement};\n`).join('');
};
