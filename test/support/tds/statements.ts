export type TokenKind = 'text' | 'name' | 'comment' | 'parameter' | 'table' | 'word' | 'space' | 'symbol';

export interface SqlToken {
  readonly kind: TokenKind;
  readonly text: string;
}

export interface Statement {
  readonly tokens: readonly SqlToken[];
  readonly text: string;
  /** Of the batch, from 1. */
  readonly line: number;
}

const pattern =
  /(?<text>N?'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*"|\[[^\]]*\])|(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|(?<parameter>@@?\w+)|(?<table>#\w+)|(?<word>\w+)|(?<space>\s+)|(?<symbol><=|>=|<>|!=|[\s\S])/gu;

const kinds: readonly TokenKind[] = [
  'text',
  'name',
  'comment',
  'parameter',
  'table',
  'word',
  'space',
  'symbol',
];

const tokensOf = (sql: string): readonly SqlToken[] =>
  Array.from(sql.matchAll(pattern), ({ 0: text, groups = {} }) => ({
    kind: kinds.find((kind) => groups[kind] !== undefined) ?? 'symbol',
    text,
  }));

const isSilent = ({ kind }: SqlToken): boolean => kind === 'space' || kind === 'comment';

/** The statements of a batch, which `;` separates; comments before and after are no part of them. */
export const statementsOf = (batch: string): readonly Statement[] => {
  const statements: Statement[] = [];
  let tokens: SqlToken[] = [];
  let line = 1;
  let begun = 1;
  const finish = (): void => {
    while (tokens.length > 0 && isSilent(tokens[tokens.length - 1] ?? { kind: 'word', text: '' }))
      tokens.pop();
    if (tokens.length > 0)
      statements.push({ tokens, text: tokens.map(({ text }) => text).join(''), line: begun });
    tokens = [];
  };
  for (const token of tokensOf(batch)) {
    if (token.kind === 'symbol' && token.text === ';') finish();
    else if (tokens.length > 0 || !isSilent(token)) {
      if (tokens.length === 0) begun = line;
      tokens.push(token);
    }
    line += token.text.split('\n').length - 1;
  }
  finish();
  return statements;
};

/** Tokens without comments, with their depth in parentheses. */
export const withDepth = (
  tokens: readonly SqlToken[],
): readonly (SqlToken & { readonly depth: number })[] => {
  let depth = 0;
  return tokens
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => {
      if (token.kind === 'symbol' && token.text === ')') depth -= 1;
      const placed = { ...token, depth };
      if (token.kind === 'symbol' && token.text === '(') depth += 1;
      return placed;
    });
};
