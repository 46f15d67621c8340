import { dirname, join, relative, sep } from 'node:path';
import { RemoteFileError } from '../../ports/remoteFiles';
import type { FileSystem } from './fileSystem';
import { codeOf, type Ask } from './operation';

/** Makes the folder and those above it, but not the root: that is a share, and has to be there. */
export const makeFolders = async (
  fileSystem: FileSystem,
  ask: Ask,
  root: string,
  folder: string,
): Promise<void> => {
  let path = root;
  for (const name of relative(root, folder).split(sep).filter(Boolean)) {
    path = join(path, name);
    await makeOne(fileSystem, ask, path);
  }
};

const makeOne = async (fileSystem: FileSystem, ask: Ask, folder: string): Promise<void> => {
  const is = await ask(() => fileSystem.state(folder)).catch(orAbsent);
  if (is === undefined)
    // Another program may make it at this moment.
    await ask(() => fileSystem.makeFolder(folder)).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  else if (is.kind !== 'folder')
    throw new RemoteFileError(
      'exists',
      `${folder} could not be made: something in ${dirname(folder)} has that name and is no folder. Move it away, then try again.`,
    );
};

const orAbsent = (error: unknown): undefined => {
  if (codeOf(error) !== 'ENOENT') throw error;
};
