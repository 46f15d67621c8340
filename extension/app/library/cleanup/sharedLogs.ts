import { runRecordName } from '../../../core/library/cleanup/cleanupPlaces';
import { RemoteFileError, type RemoteEntry } from '../../../ports/remoteFiles';
import type { Computers } from '../../../ports/siteConnection';
import type { CleanupLogFile } from './readCleanupLog';

const pieceBytes = 1024 * 1024;

type Files = ReturnType<Computers['files']>;

/** Logs of the cleanup tool in a folder of a DP, the newest first. @throws RemoteFileError */
export const sharedLogs = async (files: Files, signal: AbortSignal): Promise<readonly CleanupLogFile[]> => {
  const entries = await files.list('', signal);
  return entries
    .filter(({ kind, name }) => kind === 'file' && !name.toLowerCase().endsWith(runRecordName('')))
    .toSorted((a, b) => b.modified - a.modified)
    .map((entry) => logFile(files, entry));
};

const logFile = (files: Files, { name, modified }: RemoteEntry): CleanupLogFile => ({
  name,
  place: `${files.root}\\${name}`,
  modified,
  async *pieces(signal) {
    for (let at = 0; ;) {
      const { bytes, to, size } = await files.read(name, at, pieceBytes, signal);
      if (bytes.length > 0) yield bytes;
      if (bytes.length === 0 || to >= size) return;
      at = to;
    }
  },
  async record(signal) {
    try {
      return (await files.readText(runRecordName(name), signal)).text;
    } catch (error) {
      if (error instanceof RemoteFileError && error.kind === 'notFound') return undefined;
      throw error;
    }
  },
});
