import { RemoteFileError } from '../../ports/remoteFiles';
import type { FileSystem } from './fileSystem';
import { codeOf, isBusyOrRefused, type Ask } from './operation';

/** More than a write takes and two clocks of one domain differ (Kerberos allows five minutes). */
const abandonedAfter = 10 * 60_000;

/**
 * Writes the bytes beside the file and renames them to it. The name beside it is always the same, so that two
 * writers of a file do not mix, and what a process left that ended half-way is cleared by the next write.
 */
export const replaceFile = async (
  fileSystem: FileSystem,
  ask: Ask,
  file: string,
  bytes: Uint8Array,
  now: number,
): Promise<void> => {
  const beside = `${file}.configmgr-content.tmp`;
  await clearAbandoned(fileSystem, ask, beside, now);
  const handle = await ask(() => fileSystem.create(beside)).catch((error: unknown) => {
    throw codeOf(error) === 'EEXIST' ? underWay(file, beside) : error;
  });
  try {
    try {
      for (let at = 0; at < bytes.length;)
        at += await ask(() => handle.write(bytes.subarray(at, at + 256 * 1024)));
      await ask(() => handle.flush());
    } finally {
      await handle.close();
    }
    await ask(() => fileSystem.rename(beside, file), isBusyOrRefused).catch((error: unknown) => {
      throw isBusyOrRefused(error) ? held(file, error) : error;
    });
  } catch (error) {
    await fileSystem.remove(beside).catch(() => undefined);
    throw error;
  }
};

const clearAbandoned = async (
  fileSystem: FileSystem,
  ask: Ask,
  beside: string,
  now: number,
): Promise<void> => {
  try {
    const { modified } = await ask(() => fileSystem.state(beside));
    if (now - modified > abandonedAfter) await ask(() => fileSystem.remove(beside));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
};

/** Refused after the folder's rights were used for the file beside it: most often it is open. */
const held = (file: string, error: unknown): RemoteFileError =>
  new RemoteFileError(
    'inUse',
    `${file} could not be written: another program holds it open, or this account may not replace it (${codeOf(error) ?? ''}). The old file is unchanged. Close that program or wait until it is done, and check the rights on the file; then try again.`,
  );

const underWay = (file: string, beside: string): RemoteFileError =>
  new RemoteFileError(
    'inUse',
    `${file} could not be written: another write of it is under way, or broke off less than ten minutes ago (${beside}). Wait until it is done, or remove that file; then try again.`,
  );
