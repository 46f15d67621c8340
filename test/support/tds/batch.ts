import { create, drop, insert } from './definitions';
import type { Parameter } from './rpc';
import { select } from './select';
import { SqlError, sqlErrorOf } from './sqlError';
import type { Outcome, SqlSession } from './sqlSession';
import { statementsOf, type Statement } from './statements';

export interface Running {
  readonly session: SqlSession;
  readonly parameters: readonly Parameter[];
  readonly signal: AbortSignal;
}

type Handler = (statement: Statement, running: Running) => Outcome | Promise<Outcome>;

const syntax = (near: string): SqlError => new SqlError(102, `Incorrect syntax near '${near}'.`, 15);

/** SET of any option; drivers send several in lines without `;`. */
const setOptions: Handler = ({ text }) => {
  const other = text.split('\n').find((line) => line.trim() !== '' && !/^\s*set\s+\w/i.test(line));
  if (other !== undefined) throw syntax(other.trim());
  return { kind: 'done' };
};

/** WAITFOR DELAY 'hh:mm:ss[.mmm]' */
const waitFor: Handler = async ({ text }, { signal }) => {
  const [, hours, minutes, seconds] = /^waitfor\s+delay\s+'(\d+):(\d+):([\d.]+)'$/i.exec(text) ?? [];
  if (seconds === undefined) throw syntax('WAITFOR');
  const milliseconds = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish);
  });
  return { kind: 'done' };
};

const use: Handler = ({ text }, { session }) => {
  const name = text.replace(/^use\s+/i, '').replace(/^\[(.*)\]$/, '$1');
  session.use(name);
  return { kind: 'database', name };
};

/** By the statement's first word. */
const handlers: Readonly<Record<string, Handler>> = {
  set: setOptions,
  select: (statement, { session, parameters }) => select(session, statement, parameters),
  with: (statement, { session, parameters }) => select(session, statement, parameters),
  waitfor: waitFor,
  use,
  create: (statement, { session }) => create(session, statement),
  drop: (statement, { session }) => drop(session, statement),
  insert: (statement, { session }) => insert(session, statement),
};

/**
 * Runs a batch, a statement at a time; the caller reads each outcome's rows before it asks for the next.
 * @throws SqlError, which ends the batch
 */
export async function* runBatch(batch: string, running: Running): AsyncIterable<Outcome> {
  for (const statement of statementsOf(batch)) {
    await new Promise(setImmediate); // lets an attention in
    if (running.signal.aborted) return;
    const first = statement.tokens[0]?.text ?? '';
    const handler = handlers[first.toLowerCase()];
    if (handler === undefined) throw syntax(first);
    try {
      yield await handler(statement, running);
    } catch (error) {
      throw sqlErrorOf(error);
    }
  }
}
