/** Comments and string literals: what stands in them is neither a parameter nor a step. */
const inert = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** The `@name` parameters that a statement uses, without the sign. */
export const parametersOf = (sql: string): ReadonlySet<string> =>
  new Set(Array.from(sql.replace(inert, ' ').matchAll(/@(\w+)/g), (match) => match[1] ?? ''));

/**
 * Puts table names in place of `{step}`, and leaves comments out.
 * @param tables step name to table, those made so far
 * @throws Error for a step that does not come before
 */
export const withSteps = (sql: string, tables: ReadonlyMap<string, string>): string =>
  sql
    .replace(
      /('(?:[^']|'')*')|\n?[ \t]*--[^\n]*|\/\*[\s\S]*?\*\/|\{(\w+)\}/g,
      (_, literal?: string, step?: string) => {
        if (step === undefined) return literal ?? '';
        const table = tables.get(step);
        if (table === undefined) throw new Error(`it reads {${step}}, which no earlier step makes`);
        return table;
      },
    )
    .trim();
