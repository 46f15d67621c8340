import { readFile } from 'node:fs/promises';
import { builtInSignatures, withSignatures } from '../core/logs/signatures/builtIn';
import { readSignatures } from '../core/logs/signatures/readSignatures';
import type { Signature } from '../core/logs/signatures/signature';
import { UsageError } from './usage';

/**
 * The signatures of the extension, and those of a file with them. What of the file cannot be used is said.
 * @throws UsageError when the file cannot be read
 */
export const signaturesWith = async (
  file: string | undefined,
  say: (text: string) => void,
): Promise<readonly Signature[]> => {
  if (file === undefined) return builtInSignatures();
  const read = readSignatures(await textOf(file));
  for (const problem of read.problems) say(`${file}: ${problem}\n`);
  return withSignatures(builtInSignatures(), read);
};

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};
