import type { Token } from './tokenize';

const keywords = ['and', 'or', 'not'] as const;
export type Keyword = (typeof keywords)[number];

/** Whether a bare word is a keyword; in quotation marks it never is. */
export const isKeyword = (word: string): boolean => keywords.some((one) => one === word.toLowerCase());

/** The tokens of a filter, one after the other. */
export class TokenReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', start: 0, end: 0 };
  }

  take<K extends Token['kind']>(kind: K): Extract<Token, { kind: K }> | undefined {
    const token = this.peek();
    if (token.kind !== kind) return undefined;
    if (kind !== 'end') this.at++;
    return token as Extract<Token, { kind: K }>;
  }

  isKeyword(keyword: Keyword): boolean {
    const token = this.peek();
    return (
      token.kind === 'text' &&
      !token.quoted &&
      token.pattern.length === 1 &&
      token.pattern[0]?.toLowerCase() === keyword
    );
  }

  takeKeyword(keyword: Keyword): Token | undefined {
    return this.isKeyword(keyword) ? this.take('text') : undefined;
  }
}
