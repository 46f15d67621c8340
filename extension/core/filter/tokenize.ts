import { FilterError } from './filterError';
import { comparators, type Comparator } from './filter';
import type { Pattern } from './pattern';

export type Operator = ':' | Comparator;

interface Place {
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
}

export type Token =
  | (Place & { readonly kind: '(' })
  | (Place & { readonly kind: ')' })
  | (Place & { readonly kind: ',' })
  | (Place & { readonly kind: '-' })
  | (Place & { readonly kind: 'operator'; readonly operator: Operator })
  | (Place & { readonly kind: 'text'; readonly pattern: Pattern; readonly quoted: boolean })
  | (Place & { readonly kind: 'end' });

export type TextToken = Extract<Token, { kind: 'text' }>;
export type OperatorToken = Extract<Token, { kind: 'operator' }>;

/** The text of a token as it was typed, but for quotation marks. */
export const tokenText = (token: TextToken): string => token.pattern.join('*');

const space = /\s/u;
/** Characters that end a bare word. */
const special = /[\s()",:=<>]/u;

/** Cuts a filter text into tokens, the last one `end`. Throws FilterError for a quotation mark left open. */
export const tokenize = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (space.test(text.charAt(at))) {
      at++;
      continue;
    }
    const token = readToken(text, at, tokens.at(-1));
    tokens.push(token);
    at = token.end;
  }
  return [...tokens, { kind: 'end', start: text.length, end: text.length }];
};

const readToken = (text: string, start: number, previous: Token | undefined): Token => {
  const character = text.charAt(start);
  if (character === '(' || character === ')' || character === ',')
    return { kind: character, start, end: start + 1 };
  if (character === '"') return readQuoted(text, start);
  const operator = ([':', ...comparators] as const).find((one) => text.startsWith(one, start));
  if (operator !== undefined) return { kind: 'operator', operator, start, end: start + operator.length };
  if (character === '-' && negates(text, start, previous)) return { kind: '-', start, end: start + 1 };
  let end = start + 1;
  while (end < text.length && !special.test(text.charAt(end))) end++;
  return { kind: 'text', pattern: joinParts(text.slice(start, end).split('*')), quoted: false, start, end };
};

/** A minus means "not" before a term; as a value (`dp:-x`) or on its own (`Adobe - Reader`) it is text. */
const negates = (text: string, at: number, previous: Token | undefined): boolean =>
  previous?.kind !== 'operator' &&
  previous?.kind !== ',' &&
  at + 1 < text.length &&
  !/[\s),]/u.test(text.charAt(at + 1));

/** In quotation marks a backslash makes the next `"`, `\` or `*` plain; elsewhere it is itself. */
const readQuoted = (text: string, start: number): Token => {
  const parts: string[] = [];
  let part = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"')
      return { kind: 'text', pattern: joinParts([...parts, part]), quoted: true, start, end: at + 1 };
    if (character === '*') {
      parts.push(part);
      part = '';
    } else if (character === '\\' && /["\\*]/.test(text.charAt(at + 1))) part += text.charAt(++at);
    else part += character;
  }
  throw new FilterError('A quotation mark is not closed.', start, text.length, 'Add " after the text.');
};

/** `a**b` says no more than `a*b`. */
const joinParts = (parts: readonly string[]): Pattern =>
  parts.filter((part, index) => part !== '' || index === 0 || index === parts.length - 1);
