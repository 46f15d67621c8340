import { libraryRoots } from '../../core/library/pkgLib';
import type { RemoteEntry } from '../../ports/remoteFiles';
import type { Computers, SiteConnection } from '../../ports/siteConnection';

/** The content library of a DP, at the place that answered first, with what PkgLib holds. */
export interface OpenedPkgLib {
  readonly files: ReturnType<Computers['files']>;
  readonly entries: readonly RemoteEntry[];
}

/**
 * Lists PkgLib where the library may be reached. Throws an Error that names each place that was tried and why it did
 * not answer.
 * @param path ContentLibraryPath of the DP's registry; undefined: not known
 * @param causes what went wrong before, told with it
 */
export const openPkgLib = async (
  { computers }: Pick<SiteConnection, 'computers'>,
  serverName: string,
  path: string | undefined,
  signal: AbortSignal,
  causes: readonly string[] = [],
): Promise<OpenedPkgLib> => {
  if (computers === undefined)
    throw new Error('This connection has no way to the files of distribution points.');
  const failures = [...causes];
  for (const root of libraryRoots(serverName, path)) {
    try {
      const files = computers.files(root);
      return { files, entries: await files.list('PkgLib', signal) };
    } catch (error) {
      signal.throwIfAborted();
      failures.push(messageOf(error));
    }
  }
  throw new Error(failures.join(' '));
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
