import type { DistributionPoint } from '../../core/content/distributionPoint';
import type { DpNames } from '../../core/content/dpNames';
import type { LibraryLook, Reading } from '../../core/library/libraryLook';
import type { LibraryRegistry } from '../../core/library/onlyReported';
import type { SiteConnection } from '../../ports/siteConnection';
import { listWmiPackages } from '../listWmiPackages';
import { messageOf, openPkgLib } from './openPkgLib';
import { readInis } from './readInis';
import { readSiteList } from './readSiteList';

export type LibrarySite = Pick<SiteConnection, 'database' | 'cim' | 'computers' | 'clock'>;

/** A DP with what its registry says, or why that could not be read. */
export interface LibraryDp {
  readonly dp: DistributionPoint;
  readonly names: DpNames;
  readonly registry: Reading<LibraryRegistry>;
}

export interface TakenLook {
  readonly look: LibraryLook;
  /** Of the library, as UNC; undefined: none answered. */
  readonly root: string | undefined;
}

/**
 * The three lists of a DP, read at about the same time; each that cannot be read says why. Throws only when the signal
 * aborts.
 * @param only whose .INI files are read; undefined: of all packages
 */
export const lookAtLibrary = async (
  site: LibrarySite,
  { dp, names, registry }: LibraryDp,
  only: ReadonlySet<string> | undefined,
  signal: AbortSignal,
): Promise<TakenLook> => {
  const at = site.clock.now();
  const [path, causes] = registry.kind === 'read' ? [registry.value.path, []] : [undefined, [registry.cause]];
  let root: string | undefined;
  const readPkgLib = async (): Promise<Awaited<ReturnType<typeof readInis>>> => {
    const opened = await openPkgLib(site, dp.serverName, path, signal, causes);
    root = opened.files.root;
    return readInis(opened, only, signal);
  };
  const [ofSite, wmi, pkgLib] = await Promise.all([
    attempt(() => readSiteList(site, dp, names, signal), signal),
    attempt(() => listWmiPackages(site, dp, signal), signal),
    attempt(readPkgLib, signal),
  ]);
  return { look: { dp: dp.key, at, site: ofSite, wmi, pkgLib }, root };
};

export const attempt = async <T>(read: () => Promise<T>, signal: AbortSignal): Promise<Reading<T>> => {
  try {
    return { kind: 'read', value: await read() };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'notRead', cause: messageOf(error) };
  }
};
