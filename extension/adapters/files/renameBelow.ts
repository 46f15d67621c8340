import { RemoteFileError } from '../../ports/remoteFiles';
import type { FileSystem } from './fileSystem';
import { codeOf, type Ask } from './operation';

/**
 * Renames when nothing is at `to`, unless that is the thing itself in other capitals. What comes into being there
 * between the look and the renaming is replaced: Node has no renaming that refuses.
 */
export const renameBelow = async (
  fileSystem: FileSystem,
  ask: Ask,
  from: string,
  to: string,
): Promise<void> => {
  const { identity } = await ask(() => fileSystem.state(from));
  const there = await ask(() => fileSystem.state(to)).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return undefined;
  });
  const itself =
    from.toLowerCase() === to.toLowerCase() && identity !== undefined && identity === there?.identity;
  if (there !== undefined && !itself)
    throw new RemoteFileError(
      'exists',
      `${from} was not renamed: ${to} is there already. Choose another name, or remove it first.`,
    );
  await ask(() => fileSystem.rename(from, to)).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new RemoteFileError(
      'notFound',
      `${from} could not be renamed: the folder of ${to} is not there. Make it first, or choose another.`,
    );
  });
};
