import type { ParameterType, SqlParameters, SqlQuery } from '../../ports/siteDatabase';
import { SiteReadError } from '../../ports/siteReadError';
import { parametersOf } from './statementText';
import { timeText } from './timeText';

const bound = (type: ParameterType, value: string | number): string | number | undefined => {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'int':
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 ? value : undefined;
    case 'bigint':
      return typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? value : undefined;
    case 'time':
      return typeof value === 'number' && Number.isFinite(value) ? timeText(value) : undefined;
  }
};

/**
 * The values to bind, by name. SQLite's names are case-sensitive and one that is not bound is silently NULL,
 * so texts, declaration and values have to name exactly the same parameters.
 * @throws SiteReadError `parameters`
 */
export const boundParameters = (
  query: SqlQuery,
  parameters: SqlParameters,
): ReadonlyMap<string, string | number> => {
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
      return [name, bound(type, value) ?? refuse(`parameter @${name} has to be ${type}, not "${value}".`)];
    }),
  );
};
