import { INITIAL, type IGrammar, type StateStack } from 'vscode-textmate';

/** Lines as the editor has them: a lone CR breaks one too. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/);

/** Tokenises as the editor does, for its cost alone. */
export const tokenizeText = (grammar: IGrammar, lines: readonly string[]): void => {
  let state: StateStack = INITIAL;
  for (const line of lines) state = grammar.tokenizeLine2(line, state).ruleStack;
};
