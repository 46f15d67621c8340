import type { DistributionPoint } from '../core/content/distributionPoint';
import { libraryRoots, packageOfIni } from '../core/library/pkgLib';
import { dpRegistry } from '../core/validate/smsdpmon';
import type { SiteConnection } from '../ports/siteConnection';
import { dpRegistryText } from './dpRegistry';

/** Package IDs in upper case that PkgLib names: by a file, or by something that is none. */
export interface ListedPkgLib {
  readonly packages: ReadonlySet<string>;
  readonly unclear: ReadonlySet<string>;
}

/**
 * What PkgLib of the DP's content library names. Throws an Error that names each place that was tried and why it did
 * not answer.
 */
export const listPkgLib = async (
  { cim, computers }: Pick<SiteConnection, 'cim' | 'computers'>,
  { serverName, isCloud }: DistributionPoint,
  signal: AbortSignal,
): Promise<ListedPkgLib> => {
  if (isCloud)
    throw new Error(`${serverName} is a cloud distribution point, whose library cannot be listed.`);
  if (computers === undefined)
    throw new Error('This connection has no way to the files of distribution points.');
  const failures: string[] = [];
  const told = await dpRegistryText(cim, serverName, dpRegistry.libraryPath, signal).catch(
    (error: unknown) => {
      failures.push(messageOf(error));
      return undefined;
    },
  );
  for (const root of libraryRoots(serverName, told)) {
    try {
      const entries = await computers.files(root).list('PkgLib', signal);
      const named = (isFile: boolean): ReadonlySet<string> =>
        new Set(
          entries.flatMap(({ kind, name }) =>
            (kind === 'file') === isFile ? (packageOfIni(name) ?? []) : [],
          ),
        );
      return { packages: named(true), unclear: named(false) };
    } catch (error) {
      signal.throwIfAborted();
      failures.push(messageOf(error));
    }
  }
  throw new Error(failures.join(' '));
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
