import type { ShapeColumn } from './shapes';
import { SqlError } from './sqlError';
import type { Outcome, SqlSession } from './sqlSession';
import { withDepth, type SqlToken, type Statement } from './statements';
import { affinityOf } from './types';

const bare = (name: string): string => name.replace(/^(?:dbo\.)?\[?(.*?)\]?$/i, '$1');

const syntax = (near: string): SqlError => new SqlError(102, `Incorrect syntax near '${near}'.`, 15);

const done: Outcome = { kind: 'done' };

/** Tokens after the first word that is this, which stands outside parentheses. */
const after = (tokens: readonly SqlToken[], word: string): readonly SqlToken[] => {
  const placed = withDepth(tokens);
  const at = placed.findIndex(({ text, depth }) => depth === 0 && text.toLowerCase() === word);
  return at < 0 ? [] : placed.slice(at + 1);
};

/** `name type [NOT NULL], ...`, as far as it is needed: no constraints of the table itself. */
const columnsIn = (list: string): readonly ShapeColumn[] =>
  list.split(/,(?![^(]*\))/).map((item) => {
    const [, name = '', declared = ''] = /^\s*(\[[^\]]+\]|\w+)\s+(\w+(?:\s*\([^)]*\))?)/.exec(item) ?? [];
    if (declared === '') throw syntax(item.trim());
    return { name: bare(name), declared };
  });

const createTable = ({ store }: SqlSession, text: string): Outcome => {
  const [, name = '', list = ''] = /^create\s+table\s+(\S+)\s*\(([\s\S]*)\)$/i.exec(text) ?? [];
  if (list === '') throw syntax('TABLE');
  const columns = columnsIn(list);
  const table = bare(name);
  const made = columns.map((column) => `"${column.name}" ${affinityOf(column.declared)}`);
  store.database.run(`CREATE TABLE ${table} (${made.join()})`);
  store.addTable(table, columns, 'TABLE');
  return done;
};

const createView = (session: SqlSession, { text, tokens }: Statement): Outcome => {
  const [, name = ''] = /^create\s+view\s+(\S+)\s+as\s/i.exec(text) ?? [];
  if (name === '') throw syntax('VIEW');
  session.store.addView(bare(name), session.sqlOf(after(tokens, 'as'), []));
  return done;
};

const createDatabase = async ({ databases }: SqlSession, text: string): Promise<Outcome> => {
  const [, name] = /^create\s+database\s+(\S+)(?:\s+collate\s+\w+)?$/i.exec(text) ?? [];
  if (name === undefined) throw syntax('DATABASE');
  if (!databases.mayCreate)
    throw new SqlError(262, "CREATE DATABASE permission denied in database 'master'.", 14);
  await databases.create(bare(name));
  return done;
};

/** CREATE TABLE, VIEW, INDEX, DATABASE */
export const create = (session: SqlSession, statement: Statement): Outcome | Promise<Outcome> => {
  const { text } = statement;
  const [, what = ''] = /^create\s+(\w+)/i.exec(text) ?? [];
  switch (what.toLowerCase()) {
    case 'table':
      return createTable(session, text);
    case 'view':
      return createView(session, statement);
    case 'index':
      session.store.database.run(text.replace(/\bdbo\./gi, ''));
      return done;
    case 'database':
      return createDatabase(session, text);
    default:
      throw syntax(what);
  }
};

/** DROP TABLE, VIEW, DATABASE */
export const drop = (session: SqlSession, { text }: Statement): Outcome => {
  const [, what = '', name = ''] = /^drop\s+(\w+)\s+(\S+)$/i.exec(text) ?? [];
  if (name.startsWith('#')) session.dropTable(name.slice(1).toLowerCase());
  else if (/^database$/i.test(what)) session.databases.drop(bare(name));
  else if (/^table$/i.test(what)) session.store.forget('TABLE', bare(name));
  else if (/^view$/i.test(what)) session.store.forget('VIEW', bare(name));
  else throw syntax(name === '' ? what : name);
  return done;
};

/** Times are kept with their zone, so that they compare as text with those of parameters. */
const withZone = (token: SqlToken): SqlToken =>
  token.kind === 'text' && /^N?'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}'$/.test(token.text)
    ? { ...token, text: token.text.replace(/'$/, "Z'") }
    : token;

/** INSERT INTO table (...) VALUES (...), ... */
export const insert = (session: SqlSession, { tokens }: Statement): Outcome => {
  const sql = session.sqlOf(tokens.map(withZone), []);
  session.store.database.run(sql);
  const [changed] = session.store.database.all('SELECT changes() AS n');
  return { kind: 'done', rows: Number(changed?.['n'] ?? 0) };
};
