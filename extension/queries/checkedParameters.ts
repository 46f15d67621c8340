import type { ParameterType, SqlParameters, SqlQuery } from '../ports/siteDatabase';
import { SiteReadError } from '../ports/siteReadError';
import { parametersOf } from './statementText';

/** A value that fits its type: a bigint is text, a time UTC epoch milliseconds. */
export type CheckedParameter =
  | { readonly type: 'text' | 'bigint'; readonly value: string }
  | { readonly type: 'int' | 'time'; readonly value: number };

/** What SQL Server's datetime holds: from 1753 to 9999. */
const times = { first: Date.UTC(1753, 0, 1), last: Date.UTC(9999, 11, 31, 23, 59, 59, 997) };

const checked = (type: ParameterType, value: string | number): CheckedParameter | undefined => {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? { type, value } : undefined;
    case 'bigint':
      return typeof value === 'string' && isBigint(value) ? { type, value } : undefined;
    case 'int':
      return typeof value === 'number' && value === (value | 0) ? { type, value } : undefined;
    case 'time':
      return typeof value === 'number' && value >= times.first && value <= times.last
        ? { type, value }
        : undefined;
  }
};

const isBigint = (text: string): boolean =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);

/**
 * The values to bind, by name. Texts, declaration and values have to name exactly the same parameters: an engine
 * takes one that is not bound for NULL (SQLite), or does not find it until it has run half of the query.
 * @throws SiteReadError `parameters`
 */
export const checkedParameters = (
  query: SqlQuery,
  parameters: SqlParameters,
): ReadonlyMap<string, CheckedParameter> => {
  const refuse = (cause: string): never => {
    throw new SiteReadError({ kind: 'parameters', query: query.id, cause });
  };
  const used = new Set([...query.steps, ...query.results].flatMap(({ sql }) => [...parametersOf(sql)]));
  const declared = new Set(Object.keys(query.parameters));
  for (const name of used)
    if (!declared.has(name)) refuse(`its text uses @${name}, which it does not declare.`);
  for (const name of declared)
    if (!used.has(name)) refuse(`it declares @${name}, which its text does not use.`);
  for (const name of Object.keys(parameters))
    if (!declared.has(name)) refuse(`it has no parameter @${name}.`);
  return new Map(
    Object.entries(query.parameters).map(([name, type]) => {
      const value = parameters[name];
      if (value === undefined) return refuse(`parameter @${name} is missing.`);
      return [name, checked(type, value) ?? refuse(`parameter @${name} has to be ${type}, not "${value}".`)];
    }),
  );
};
