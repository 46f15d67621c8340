import { SqlError } from './sqlError';
import type { CellValue, Column } from './types';

/** A table of rows that are made as they are read, and never exist as a whole. */
interface GeneratedColumn extends Column {
  readonly at: (id: number) => CellValue;
}

const start = Date.UTC(2026, 0, 1);

const columns: readonly GeneratedColumn[] = [
  { name: 'Id', type: { name: 'int' }, at: (id) => id },
  {
    name: 'RecordID',
    type: { name: 'bigint' },
    at: (id) => 9_000_000_000_000_000_000n + BigInt(id),
  },
  { name: 'Time', type: { name: 'datetime' }, at: (id) => start + id * 1000 },
  { name: 'IsOdd', type: { name: 'bit' }, at: (id) => id % 2 },
  { name: 'Name', type: { name: 'nvarchar', length: 60 }, at: (id) => `row ${String(id)}` },
  { name: 'Note', type: { name: 'nvarchar', length: 60 }, at: (id) => (id % 3 === 0 ? null : 'noted') },
];

const query =
  /^SELECT\s+(?<list>[\s\S]+?)\s+FROM\s+generated_rows(?:\s+AS\s+\w+)?(?:\s+WHERE\s+(?:\w+\.)?Id\s*<=\s*(?<limit>@\w+|\d+))?$/i;

export interface GeneratedSelect {
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly CellValue[]>;
}

const columnOf = (item: string): GeneratedColumn => {
  const [, name = '', alias] = /^(?:\w+\.)?(\w+)(?:\s+AS\s+(\w+))?$/i.exec(item.trim()) ?? [];
  const found = columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new SqlError(207, `Invalid column name '${name}'.`);
  return { ...found, name: alias ?? found.name };
};

/**
 * `SELECT Id, ... FROM generated_rows [AS g] [WHERE Id <= n]`, or undefined for any other statement.
 * @param valueOf of a parameter, by name in lower case
 * @param size of the table without a WHERE
 */
export const generatedSelect = (
  sql: string,
  valueOf: (parameter: string) => CellValue | undefined,
  size: number,
): GeneratedSelect | undefined => {
  const { list, limit = '' } = query.exec(sql)?.groups ?? {};
  if (list === undefined) return undefined;
  const chosen = list.trim() === '*' ? columns : list.split(',').map(columnOf);
  const asked = limit.startsWith('@') ? Number(valueOf(limit.toLowerCase())) : Number(limit);
  const last = limit === '' ? size : asked;
  function* rows(): Iterable<readonly CellValue[]> {
    for (let id = 1; id <= last; id++) yield chosen.map(({ at }) => at(id));
  }
  return { columns: chosen, rows: rows() };
};
