import type { DemoDatabase } from '../../../extension/adapters/demo/demoDatabase';
import { isAffinity, type ShapeColumn } from './shapes';
import { SqlError } from './sqlError';
import { declaredType, type SqlType } from './types';

const isoTime =
  '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z';

/** Types that a SELECT's own text gives its columns: `CAST(... AS bigint) AS name`, `@parameter AS name`. */
export const typesInText = (
  sql: string,
  parameterType: (name: string) => string | undefined,
): ReadonlyMap<string, string> => {
  const types = new Map<string, string>();
  for (const [, type = '', name = ''] of sql.matchAll(
    /\bAS\s+(bit|(?:big|small|tiny)?int|float|datetime|n?varchar\s*\(\s*\w+\s*\))\s*\)\s*AS\s+(\w+)/gi,
  ))
    types.set(name, type);
  for (const [, parameter = '', name = ''] of sql.matchAll(/[\s,](@\w+)\s+AS\s+(\w+)/gi)) {
    const type = parameterType(parameter.toLowerCase());
    if (type !== undefined) types.set(name, type);
  }
  return types;
};

/** What a column's values are; counts of them. */
interface Values {
  readonly integers: number;
  readonly large: number;
  readonly reals: number;
  readonly texts: number;
  readonly times: number;
  /** In bytes of UTF-8, which are never fewer than UTF-16's units. */
  readonly longest: number;
}

const valuesOf = (database: DemoDatabase, table: string, column: string): Values => {
  const [found] = database.all(
    `SELECT SUM(typeof(${column}) = 'integer') AS integers,
      SUM(typeof(${column}) = 'integer' AND (${column} > 2147483647 OR ${column} < -2147483648)) AS large,
      SUM(typeof(${column}) = 'real') AS reals, SUM(typeof(${column}) = 'text') AS texts,
      SUM(typeof(${column}) = 'text' AND ${column} GLOB '${isoTime}') AS times,
      MAX(LENGTH(CAST(${column} AS BLOB))) AS longest
    FROM ${table}`,
  );
  const { integers, large, reals, texts, times, longest } = found ?? {};
  return {
    integers: Number(integers ?? 0),
    large: Number(large ?? 0),
    reals: Number(reals ?? 0),
    texts: Number(texts ?? 0),
    times: Number(times ?? 0),
    longest: Number(longest ?? 0),
  };
};

const textType = (longest: number): SqlType => ({
  name: 'nvarchar',
  length: longest > 4000 ? 'max' : longest > 255 ? 4000 : 255,
});

/** The type that SQL Server would give to a result column. */
const typeOf = ({ integers, large, reals, texts, times, longest }: Values, declared: string): SqlType => {
  const numbers = integers + reals;
  if (texts > 0 && numbers > 0)
    throw new SqlError(245, 'Conversion failed when converting the nvarchar value to data type int.');
  if (texts > 0) return texts === times ? { name: 'datetime' } : textType(longest);
  if (reals > 0) return { name: 'float' };
  if (large > 0) return { name: 'bigint' };
  return integers > 0 || !/char|text|xml/i.test(declared) ? { name: 'int' } : textType(0);
};

/**
 * Types of a filled table's columns: as declared where that says it all, otherwise by their values.
 * @param table with columns c0, c1, ...
 */
export const columnTypes = (
  database: DemoDatabase,
  table: string,
  shape: readonly ShapeColumn[],
  inText: ReadonlyMap<string, string>,
): readonly SqlType[] =>
  shape.map(({ name, declared }, index) => {
    const told = isAffinity(declared) ? (inText.get(name) ?? '') : declared;
    return declaredType(told) ?? typeOf(valuesOf(database, table, `c${String(index)}`), told || declared);
  });
