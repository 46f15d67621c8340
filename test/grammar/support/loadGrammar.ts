import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));

/** The engine that VS Code tokenises with; it can be loaded only once. */
const engine = loadWASM(Uint8Array.from(wasm).buffer).then(() => ({ createOnigScanner, createOnigString }));

/** A grammar file, ready to tokenise as VS Code does. */
export const loadGrammar = async (file: string): Promise<IGrammar> => {
  const raw = parseRawGrammar(readFileSync(file, 'utf8'), file);
  const registry = new Registry({ onigLib: engine, loadGrammar: () => Promise.resolve(raw) });
  const grammar = await registry.loadGrammar(raw.scopeName);
  if (grammar === null) throw new Error(`${file} holds no grammar ${raw.scopeName}`);
  return grammar;
};
