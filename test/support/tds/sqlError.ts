import type { ServerError } from './tokens';

/** A statement that the server refuses. */
export class SqlError extends Error {
  override readonly name = 'SqlError';

  constructor(
    readonly number: number,
    message: string,
    readonly severity = 16,
    readonly state = 1,
  ) {
    super(message);
  }

  get told(): ServerError {
    const { number, message, severity, state } = this;
    return { number, message, severity, state };
  }
}

/** SQL Server's error for what SQLite says, as far as there is one. */
export const sqlErrorOf = (error: unknown): SqlError => {
  if (error instanceof SqlError) return error;
  const said = error instanceof Error ? error.message : String(error);
  const [, what = '', name = ''] = /no such (table|column|function): (?:temp\.s\d+_)?(\S+)/.exec(said) ?? [];
  if (what === 'table') return new SqlError(208, `Invalid object name '${name}'.`);
  if (what === 'column') return new SqlError(207, `Invalid column name '${name.replace(/^.*\./, '')}'.`);
  if (what === 'function')
    return new SqlError(195, `'${name}' is not a recognized built-in function name.`, 15, 10);
  const [, near] = /near "([^"]*)"/.exec(said) ?? [];
  if (near !== undefined) return new SqlError(102, `Incorrect syntax near '${near}'.`, 15);
  return new SqlError(50000, said);
};
