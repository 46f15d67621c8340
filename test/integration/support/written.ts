import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where the window under test keeps its settings, state and logs; the socket of its command line lies there too. */
const folders = (): readonly string[] =>
  [process.env['VSCODE_IPC_HOOK_CLI'], process.env['TEST_REPORT']]
    .flatMap((file) => (file === undefined ? [] : [path.dirname(file)]))
    .filter((folder) => existsSync(folder));

/** Files that the run has written so far, with the number of them that were looked into. */
export const filesHolding = (
  text: string,
): { readonly searched: number; readonly found: readonly string[] } => {
  const files = folders().flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true),
  );
  const spellings = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(encodeURIComponent(text))];
  const found = files.filter((file) => {
    const bytes = readFileSync(file);
    return spellings.some((spelling) => bytes.includes(spelling));
  });
  return { searched: files.length, found };
};
