import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { nodeLogBytes } from './nodeLogBytes';

/** A file of this machine, or on a share: what the reader of cleanup logs takes. @throws Error with Node's code */
export const cleanupLogFile = async (file: string, recordName: (log: string) => string) => {
  const { mtimeMs } = await stat(file);
  return {
    name: path.basename(file.replaceAll('\\', '/')),
    place: file,
    modified: mtimeMs,
    pieces: (signal: AbortSignal): AsyncIterable<Uint8Array> => createReadStream(file, { signal }),
    record: async (signal: AbortSignal): Promise<string | undefined> => {
      try {
        return await readFile(recordName(file), { encoding: 'utf8', signal });
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
  } as const;
};

/** What reading such logs takes of Node. */
export const cleanupPlatform = {
  bytes: nodeLogBytes(),
  digest: () => {
    const hash = createHash('sha256');
    return {
      update: (bytes: Uint8Array): unknown => hash.update(bytes),
      hex: (): string => hash.digest('hex').toUpperCase(),
    };
  },
};
