import type { LibraryRegistry } from '../../core/library/onlyReported';
import { dpRegistry } from '../../core/validate/smsdpmon';
import type { SiteConnection } from '../../ports/siteConnection';
import { dpRegistryText } from '../dpRegistry';

/** Where a DP says its content library is. Throws CimError. */
export const readLibraryRegistry = async (
  { cim }: Pick<SiteConnection, 'cim'>,
  computer: string,
  signal: AbortSignal,
): Promise<LibraryRegistry> => {
  const [path, drives, siteServer] = await Promise.all(
    [dpRegistry.libraryPath, dpRegistry.usableDrives, dpRegistry.siteServer].map((name) =>
      dpRegistryText(cim, computer, name, signal),
    ),
  );
  return { path, drives, siteServer };
};
