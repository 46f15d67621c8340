import type { DemoDatabase } from '../../../extension/adapters/demo/demoDatabase';
import { columnTypes, typesInText } from './columnTypes';
import { selectionOf } from './dialect';
import { generatedSelect } from './generatedRows';
import { refuseDenied } from './rights';
import type { Parameter } from './rpc';
import { boundValues, type Outcome, type SqlSession } from './sqlSession';
import type { Statement } from './statements';
import { affinityOf, type CellValue, type SqlType } from './types';

const rowsPerRead = 200;

const runBound = (database: DemoDatabase, sql: string, parameters: readonly Parameter[]): void => {
  const statement = database.prepare(sql);
  try {
    statement.run({ ...boundValues(parameters) });
  } finally {
    statement.free();
  }
};

/** Text as bytes, because SQLite's would end at a NUL; bigint as digits, because a number would be rounded. */
const read = (type: SqlType, column: string): string => {
  if (type.name === 'nvarchar') return `CAST(${column} AS BLOB)`;
  return type.name === 'bigint' ? `CAST(${column} AS TEXT)` : column;
};

/** A table's rows, a few at a time; the table is dropped after the last, or when the reader gives up. */
function* rowsOf(
  database: DemoDatabase,
  table: string,
  types: readonly SqlType[],
  drop: () => void,
): Iterable<readonly CellValue[]> {
  const list = types.map((type, index) => read(type, `c${String(index)}`)).join();
  try {
    for (let from = 0; ; from += rowsPerRead) {
      const rows = windowOf(database, `SELECT ${list} FROM ${table} WHERE rowid > ? AND rowid <= ?`, from);
      yield* rows;
      if (rows.length < rowsPerRead) return;
    }
  } finally {
    drop();
  }
}

const windowOf = (database: DemoDatabase, sql: string, from: number): readonly (readonly CellValue[])[] => {
  const statement = database.prepare(sql);
  try {
    statement.bind([from, from + rowsPerRead]);
    const rows: (readonly CellValue[])[] = [];
    while (statement.step()) rows.push(statement.get());
    return rows;
  } finally {
    statement.free();
  }
};

/**
 * A SELECT is run to its end before its first row leaves, so that no statement stays open while other sessions make
 * and drop tables.
 */
const selectRows = (session: SqlSession, statement: Statement, parameters: readonly Parameter[]): Outcome => {
  const { database, shapes } = session.store;
  const shape = shapes.columnsOf(session.shapeSqlOf(statement.tokens, parameters));
  const table = session.tableOf('_result');
  database.run(`DROP TABLE IF EXISTS ${table}`);
  database.run(
    `CREATE TABLE ${table} (${shape.map(({ declared }, index) => `c${String(index)} ${affinityOf(declared)}`).join()})`,
  );
  const drop = (): void => {
    database.run(`DROP TABLE IF EXISTS ${table}`);
  };
  try {
    runBound(database, `INSERT INTO ${table} ${session.sqlOf(statement.tokens, parameters)}`, parameters);
    const inText = typesInText(
      statement.text,
      (asked) => parameters.find(({ name }) => name.toLowerCase() === asked)?.type,
    );
    const types = columnTypes(database, table, shape, inText);
    const columns = shape.map(({ name }, index) => ({
      name,
      type: types[index] ?? { name: 'int' as const },
    }));
    return { kind: 'rows', columns, rows: rowsOf(database, table, types, drop) };
  } catch (error) {
    drop();
    throw error;
  }
};

/** SELECT, and SELECT ... INTO #name. */
export const select = (
  session: SqlSession,
  statement: Statement,
  parameters: readonly Parameter[],
): Outcome => {
  refuseDenied(session.store.rights, statement.tokens, session.store.name);
  const generated = generatedSelect(
    statement.text,
    (asked) => parameters.find(({ name }) => name.toLowerCase() === asked)?.value,
    session.databases.generatedRows,
  );
  if (generated !== undefined) return { kind: 'rows', ...generated };
  const { into, tokens } = selectionOf(statement.tokens);
  if (into === undefined) return selectRows(session, statement, parameters);
  const { database, shapes } = session.store;
  session.createTemporary(into, shapes.columnsOf(session.shapeSqlOf(tokens, parameters)));
  const table = session.tableOf(into);
  runBound(database, `INSERT INTO ${table} ${session.sqlOf(tokens, parameters)}`, parameters);
  const [made] = database.all(`SELECT COUNT(*) AS n FROM ${table}`);
  return { kind: 'done', rows: Number(made?.['n'] ?? 0) };
};
