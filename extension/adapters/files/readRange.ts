import type { RemoteBytes } from '../../ports/remoteFiles';
import type { OpenFile } from './fileSystem';
import type { Ask } from './operation';

/** So much is asked for at a time: every answer shows that the server is there. */
const chunkBytes = 256 * 1024;

/** Reads at most `length` bytes of an open file that has `size`; fewer when it was cut meanwhile. */
export const readRange = async (
  ask: Ask,
  handle: OpenFile,
  from: number,
  length: number,
  size: number,
): Promise<RemoteBytes> => {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, size - from)));
  let filled = 0;
  while (filled < bytes.length) {
    const at = filled;
    const read = await ask(() => handle.read(bytes.subarray(at, at + chunkBytes), from + at));
    if (read === 0) break;
    filled += read;
  }
  return { from, to: from + filled, size, bytes: bytes.subarray(0, filled) };
};
