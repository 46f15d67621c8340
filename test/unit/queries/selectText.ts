/** A SELECT without comments, and with '' for every text in it: what is left is code. */
export const codeOf = (sql: string): string =>
  sql
    .replace(/--[^\n]*/g, '')
    .replace(/'(?:[^']|'')*'/g, "''")
    .trim();

/** `FROM v_X AS a`, `JOIN {step} AS b`: alias to what it stands for, steps in braces. An alias may come again in a subquery. */
export const aliasesOf = (code: string): readonly (readonly [alias: string, source: string])[] =>
  Array.from(
    code.matchAll(/\b(?:FROM|JOIN)\s+(\{\w+\}|\w+)\s+AS\s+(\w+)/g),
    ([, source = '', alias = '']) => [alias, source],
  );

/** `a.Column` references. */
export const referencesOf = (code: string): readonly (readonly [alias: string, column: string])[] =>
  Array.from(code.matchAll(/\b(\w+)\.(\w+)\b/g), ([, alias = '', column = '']) => [alias, column]);

/** The columns that a SELECT gives, in order: `expression AS Name` at the outermost level. */
export const columnsOf = (sql: string): readonly string[] => {
  const first = codeOf(sql).split(/\b(?:UNION|EXCEPT)\b/)[0] ?? '';
  return itemsOf(first).map((item) => /\bAS\s+(\w+)$/.exec(item)?.[1] ?? `no name: ${item}`);
};

/** How many columns each SELECT of a UNION or EXCEPT gives. */
export const columnCountsOf = (sql: string): readonly number[] =>
  outermost(codeOf(sql), /\b(?:UNION(?: ALL)?|EXCEPT)\b/g).map((select) => itemsOf(select).length);

const itemsOf = (select: string): readonly string[] => {
  const list = outermost(select.trim().replace(/^SELECT\s+(?:DISTINCT\s+)?/, ''), /\bFROM\b/g)[0] ?? '';
  return outermost(list, /,/g).map((item) => item.trim());
};

/** Cuts where the pattern matches outside of all parentheses. */
const outermost = (text: string, at: RegExp): readonly string[] => {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(at)) {
    const before = text.slice(0, match.index);
    if (before.split('(').length !== before.split(')').length) continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
};
