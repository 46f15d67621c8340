import { RemoteFileError, type RemoteWhole } from '../../ports/remoteFiles';
import type { FileSystem } from './fileSystem';
import type { Ask } from './operation';
import { readRange } from './readRange';

/** Reads a file that stayed the same while it was read. */
export const readWhole = async (
  fileSystem: FileSystem,
  ask: Ask,
  file: string,
  most: number,
): Promise<RemoteWhole> => {
  const handle = await ask(() => fileSystem.openToRead(file));
  try {
    const before = await ask(() => handle.state());
    // Elsewhere than on Windows a folder can be opened, too.
    if (before.kind !== 'file')
      throw new RemoteFileError('failed', `${file} could not be read: it is no file. Name a file.`);
    if (before.size > most)
      throw new RemoteFileError(
        'failed',
        `${file} was not read: it has ${before.size} bytes, and ${most} is the limit here.`,
      );
    const { bytes } = await readRange(ask, handle, 0, before.size, before.size);
    const after = await ask(() => handle.state());
    if (bytes.length !== after.size || before.modified !== after.modified)
      throw new RemoteFileError('inUse', `${file} was written to while it was read. Try again.`);
    return { bytes, modified: after.modified };
  } finally {
    await handle.close();
  }
};
