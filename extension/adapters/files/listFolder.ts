import { join } from 'node:path';
import type { RemoteEntry } from '../../ports/remoteFiles';
import type { FileSystem } from './fileSystem';
import { codeOf, type Ask } from './operation';

/** Calls that wait for each other's answer over a slow line. */
const atOnce = 3;

/** Names come in one answer, sizes and times one by one. What goes away meanwhile is left out. */
export const listFolder = async (
  fileSystem: FileSystem,
  ask: Ask,
  folder: string,
): Promise<readonly RemoteEntry[]> => {
  const names = (await ask(() => fileSystem.names(folder))).values();
  const entries: RemoteEntry[] = [];
  const look = async () => {
    for (const name of names) {
      const state = await ask(() => fileSystem.state(join(folder, name))).catch(absent);
      if (state !== undefined)
        entries.push({ name, kind: state.kind, size: state.size, modified: state.modified });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, look));
  return entries;
};

const absent = (error: unknown): undefined => {
  if (codeOf(error) !== 'ENOENT') throw error;
};
