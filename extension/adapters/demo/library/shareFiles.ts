import { decodeText } from '../../files/textEncoding';
import { bytesOf } from './packageFiles';
import { RemoteFileError } from '../../../ports/remoteFiles';
import type { Computers, DpFiles } from '../../../ports/siteConnection';
import type { DemoLibrary } from './demoLibrary';
import { libraryFolder } from './libraryFolders';

/** What a share needs of the computer that it is on. */
export interface SharedComputer {
  /** @throws RemoteFileError where the computer or the share does not answer */
  library(path: string, signal: AbortSignal): Promise<DemoLibrary>;
  /** The site's time, UTC epoch ms. */
  now(): Promise<number>;
  /** Ends of paths that may not be read. */
  denied(): readonly string[];
}

/**
 * Folders of a DP below a UNC root: of its library's drive, or of the library itself.
 * @param share what follows the server in the root, for example `D$\SCCMContentLib`
 */
export const shareFiles = (
  root: string,
  share: string,
  computer: SharedComputer,
): ReturnType<Computers['files']> & DpFiles => {
  const open = async <T>(
    path: string,
    signal: AbortSignal,
    use: (library: DemoLibrary, place: string) => T,
  ): Promise<T> => {
    const full = path === '' ? root : `${root}\\${path.replaceAll('/', '\\')}`;
    const library = await computer.library(full, signal);
    const place = placeOf(`${share}\\${path.replaceAll('/', '\\')}`, library);
    if (place === undefined)
      throw new RemoteFileError('unreachable', `${full} could not be read: there is no such share.`);
    if (computer.denied().some((end) => full.toLowerCase().endsWith(end.toLowerCase())))
      throw new RemoteFileError(
        'denied',
        `${full} could not be read: access is denied. Ask for rights to read it.`,
      );
    try {
      return use(library, place);
    } catch (error) {
      if (!(error instanceof RemoteFileError)) throw error;
      throw new RemoteFileError(error.kind, `${full} could not be read: ${error.message}`);
    }
  };
  return {
    root,
    list: (folder, signal) => open(folder, signal, ({ disk }, place) => disk.list(place)),
    read: (file, from, length, signal) =>
      open(file, signal, ({ disk }, place) => {
        const bytes = disk.read(place);
        const piece = bytes.slice(from, from + length);
        return { from, to: from + piece.length, size: bytes.length, bytes: piece };
      }),
    readText: (file, signal) => open(file, signal, ({ disk }, place) => decodeText(disk.read(place))),
    readWhole: (file, most, signal) =>
      open(file, signal, ({ disk }, place) => {
        const bytes = disk.read(place);
        if (bytes.length > most) throw new RemoteFileError('failed', `it has more than ${most} bytes.`);
        return { bytes, modified: disk.get(place)?.modified ?? 0 };
      }),
    makeFolder: async (folder, signal) => {
      const modified = await computer.now();
      await open(folder, signal, ({ disk }, place) => {
        const names = place.split('\\');
        for (const at of names.keys()) {
          const above = names.slice(0, at + 1).join('\\');
          if (disk.get(above)?.kind !== 'folder') disk.makeFolder(above, modified);
        }
      });
    },
    writeText: async (file, text, encoding, signal) => {
      const modified = await computer.now();
      await open(file, signal, ({ disk }, place) => disk.write(place, bytesOf(text, encoding), modified));
    },
    rename: (from, to, signal) =>
      open(from, signal, (library, place) => {
        const target = placeOf(`${share}\\${to}`, library);
        if (target === undefined) throw new RemoteFileError('outside', `${to} is not on this share.`);
        library.disk.rename(place, target);
      }),
  };
};

/** Path on the library's drive; undefined: there is no such share. */
const placeOf = (path: string, { dp }: DemoLibrary): string | undefined => {
  const [share = '', ...below] = path.split('\\').filter((part) => part !== '');
  if (share.toLowerCase() === `${dp.drive}$`.toLowerCase()) return below.join('\\');
  // The demo disk has all drives in one: of the system's drive it has the Windows folder only.
  if (share.toLowerCase() === 'c$' && below[0]?.toLowerCase() === 'windows') return below.join('\\');
  if (share.toLowerCase() === `${libraryFolder}$`.toLowerCase()) return [libraryFolder, ...below].join('\\');
  return undefined;
};
