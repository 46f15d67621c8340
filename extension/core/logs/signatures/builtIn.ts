import cleanup from './cleanup.json';
import client from './client.json';
import distribution from './distribution.json';
import iis from './iis.json';
import pullDp from './pullDp.json';
import { signaturesOf, type ReadSignatures } from './readSignatures';
import sending from './sending.json';
import type { Signature } from './signature';
import transfer from './transfer.json';
import validation from './validation.json';

const files: readonly unknown[] = [distribution, transfer, sending, validation, pullDp, client, iis, cleanup];

/** Those that come with the extension. */
export const builtInSignatures = (): readonly Signature[] =>
  files.flatMap((file) => signaturesOf(file).signatures);

/** Those of the extension and of files, where an id of a file stands in for the same one of the extension. */
export const withSignatures = (
  builtIn: readonly Signature[],
  { signatures, disabled }: Pick<ReadSignatures, 'signatures' | 'disabled'>,
): readonly Signature[] => {
  const replaced = new Set([...disabled, ...signatures.map(({ id }) => id)].map((id) => id.toLowerCase()));
  return [...builtIn.filter(({ id }) => !replaced.has(id.toLowerCase())), ...signatures];
};
