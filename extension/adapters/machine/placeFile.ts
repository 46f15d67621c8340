import type { FileSystem, OpenFile } from '../files/fileSystem';

/**
 * Writes a file beside its place and moves it there, so that who reads sees all of it or what was before. The
 * name beside must be free. Rejects with Node's errors, and leaves nothing beside.
 */
export const placeFile = async (
  fileSystem: FileSystem,
  beside: string,
  place: string,
  make: () => Promise<Uint8Array>,
): Promise<void> => {
  const handle = await fileSystem.create(beside);
  try {
    try {
      await writeAll(handle, await make());
      await handle.flush();
    } finally {
      await handle.close();
    }
    await fileSystem.rename(beside, place);
  } catch (error) {
    await fileSystem.remove(beside).catch(() => undefined);
    throw error;
  }
};

const writeAll = async (handle: OpenFile, bytes: Uint8Array): Promise<void> => {
  for (let at = 0; at < bytes.length;) at += await handle.write(bytes.subarray(at));
};

/** The whole file; undefined when there is none. */
export const readFileIfAny = async (fileSystem: FileSystem, file: string): Promise<Buffer | undefined> => {
  try {
    const handle = await fileSystem.openToRead(file);
    try {
      const { size } = await handle.state();
      const bytes = Buffer.alloc(size);
      let read = 0;
      for (let count = 1; count > 0 && read < size; read += count)
        count = await handle.read(bytes.subarray(read), read);
      return bytes.subarray(0, read);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** What went wrong with a file of this machine, and what to do. */
export const fileProblem = (error: unknown): string => {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Make room on it.';
    case 'EACCES':
    case 'EPERM':
      return 'access is denied. Check the rights on the file and its folder.';
    case 'EROFS':
      return 'the disk is read-only. Choose another place.';
    case 'EEXIST':
      return 'somebody else is writing it. Try again in a moment.';
    case 'ENOENT':
      return 'its folder does not exist, or cannot be reached. Check the path.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
};
