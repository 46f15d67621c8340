import type { DistributionPoint } from '../core/content/distributionPoint';
import { packageOfIni } from '../core/library/pkgLib';
import { dpRegistry } from '../core/validate/smsdpmon';
import type { SiteConnection } from '../ports/siteConnection';
import { dpRegistryText } from './dpRegistry';
import { messageOf, openPkgLib } from './library/openPkgLib';

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
  connection: Pick<SiteConnection, 'cim' | 'computers'>,
  { serverName, isCloud }: DistributionPoint,
  signal: AbortSignal,
): Promise<ListedPkgLib> => {
  if (isCloud)
    throw new Error(`${serverName} is a cloud distribution point, whose library cannot be listed.`);
  const failures: string[] = [];
  const path = await dpRegistryText(connection.cim, serverName, dpRegistry.libraryPath, signal).catch(
    (error: unknown) => {
      failures.push(messageOf(error));
      return undefined;
    },
  );
  const { entries } = await openPkgLib(connection, serverName, path, signal, failures);
  const named = (isFile: boolean): ReadonlySet<string> =>
    new Set(
      entries.flatMap(({ kind, name }) => ((kind === 'file') === isFile ? (packageOfIni(name) ?? []) : [])),
    );
  return { packages: named(true), unclear: named(false) };
};
