import { INITIAL, type StateStack } from 'vscode-textmate';
import { cmtraceFile } from './files';
import { loadGrammar } from './loadGrammar';
import { linesOf } from './tokenizeText';

/** A piece of text with its scopes below the grammar's own, outermost first and without the language at their end. */
export interface Token {
  /** Counted from 0. */
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

const cmtrace = loadGrammar(cmtraceFile);

/** The tokens of a log as the editor shows it. */
export const colour = async (log: string): Promise<readonly Token[]> => {
  const grammar = await cmtrace;
  const tokens: Token[] = [];
  let state: StateStack = INITIAL;
  linesOf(log).forEach((content, line) => {
    const result = grammar.tokenizeLine(content, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const text = content.slice(startIndex, endIndex);
      if (text === '') continue;
      tokens.push({ line, text, scopes: scopes.slice(1).map((scope) => scope.replace(/\.cmtrace$/, '')) });
    }
  });
  return tokens;
};

/** The texts that have a scope, in order. */
export const withScope = (tokens: readonly Token[], scope: string): readonly string[] =>
  tokens.filter(({ scopes }) => scopes.includes(scope)).map(({ text }) => text);
