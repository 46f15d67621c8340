import { SqlError } from './sqlError';
import { withDepth, type SqlToken } from './statements';

/** What stands for T-SQL's names in SQLite's text. */
export interface Names {
  /** The table behind `#name`. */
  readonly temporary: (name: string) => string;
  /** @param name with `@`, in lower case; @throws SqlError when it is not declared */
  readonly parameter: (name: string) => string;
  /** Functions without arguments, and `@@` globals, by name in lower case: their value as SQL text. */
  readonly values: Readonly<Record<string, string>>;
  /** What functions by role have to be given to show anything. */
  readonly userSids: string;
}

const renamed: Readonly<Record<string, string>> = {
  isnull: 'IFNULL',
  len: 'LENGTH',
  datetime: 'TEXT',
  datetime2: 'TEXT',
};

type Placed = SqlToken & { readonly depth: number };

/** Without a last `OPTION (...)`, which speaks to SQL Server's optimizer. */
const withoutHints = (tokens: readonly Placed[]): readonly Placed[] => {
  const at = tokens.findLastIndex(
    ({ kind, text, depth }) => kind === 'word' && depth === 0 && /^option$/i.test(text),
  );
  return at < 0 ? tokens : tokens.slice(0, at);
};

/** T-SQL's portable subset, and a little more, as SQLite reads it. */
export const sqliteText = (source: readonly SqlToken[], names: Names): string => {
  const tokens = withoutHints(withDepth(source)).filter(({ kind }) => kind !== 'space');
  const parts: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const follows = (offset: number): string => tokens[at + offset]?.text ?? '';
    const lower = token.text.toLowerCase();
    if (token.kind === 'text') parts.push(token.text.replace(/^N'/, "'"));
    else if (token.kind === 'table') parts.push(names.temporary(token.text.slice(1).toLowerCase()));
    else if (token.kind === 'parameter') parts.push(names.values[lower] ?? names.parameter(lower));
    else if (token.kind === 'word' && lower === 'dbo' && follows(1) === '.') at += 1;
    else if (token.kind === 'word' && follows(1) === '(' && follows(2) === ')' && lower in names.values) {
      parts.push(names.values[lower] ?? '');
      at += 2;
    } else if (/^fn_rbac_/i.test(lower) && tokens[at + 2]?.kind === 'parameter' && follows(3) === ')') {
      const given = names.parameter(follows(2).toLowerCase());
      parts.push(`(SELECT * FROM ${token.text} WHERE ${given} = '${names.userSids}')`);
      at += 3;
    } else if (token.kind === 'word') parts.push(renamed[lower] ?? token.text);
    else parts.push(token.text);
  }
  return parts
    .map((part, at) => (part === '.' || at === 0 || parts[at - 1] === '.' ? part : ` ${part}`))
    .join('');
};

export interface Selection {
  /** The table that `INTO #name` makes, without the sign. */
  readonly into: string | undefined;
  readonly tokens: readonly SqlToken[];
}

/** Takes `INTO #name` out of a SELECT, and the inner one out of `SELECT * ... FROM (...) AS name`. */
export const selectionOf = (source: readonly SqlToken[]): Selection => {
  const tokens = withDepth(source).filter(({ kind }) => kind !== 'space');
  const at = tokens.findIndex(
    ({ kind, text, depth }) => kind === 'word' && depth === 0 && /^into$/i.test(text),
  );
  if (at < 0) return { into: undefined, tokens: source };
  const table = tokens[at + 1];
  if (table?.kind !== 'table')
    throw new SqlError(102, `Incorrect syntax near '${table?.text ?? 'INTO'}'.`, 15);
  const words = tokens.slice(0, at).map(({ text }) => text.toLowerCase());
  const from = tokens.slice(at + 2);
  const outside = from.slice(1, -3).filter(({ depth }) => depth === 0).length;
  const wrapped =
    words.join(' ') === 'select *' && from[1]?.text === '(' && outside === 1 && from.at(-3)?.text === ')';
  const spaced = (all: readonly SqlToken[]): readonly SqlToken[] =>
    all.flatMap((token) => [token, { kind: 'space' as const, text: ' ' }]);
  return {
    into: table.text.slice(1).toLowerCase(),
    tokens: spaced(wrapped ? from.slice(2, -3) : [...tokens.slice(0, at), ...from]),
  };
};
