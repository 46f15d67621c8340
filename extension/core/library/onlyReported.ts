import type { DistributionPoint } from '../content/distributionPoint';
import type { OnlyReported } from './mismatch';

/** What the registry of a DP says of its library; undefined: not read. */
export interface LibraryRegistry {
  /** ContentLibraryPath; undefined: there is no such value. */
  readonly path: string | undefined;
  /** ContentLibUsableDrives: comma list of drive roots. */
  readonly drives: string | undefined;
  /** SiteServer. */
  readonly siteServer: string | undefined;
}

/** Why nothing may be changed in the library of a DP; undefined: it is the DP's own, on a drive of its own. */
export const onlyReported = (
  { isSiteServer, serverName }: Pick<DistributionPoint, 'isSiteServer' | 'serverName'>,
  registry: LibraryRegistry | undefined,
): OnlyReported | undefined => {
  const isOwnSite = registry?.siteServer !== undefined && same(registry.siteServer, serverName);
  if (isSiteServer === true || isOwnSite) return 'siteServer';
  if (registry?.path === undefined) return 'notKnown';
  if (!/^\s*[a-z]:\\/i.test(registry.path)) return 'remoteLibrary';
  return isSiteServer === undefined ? 'notKnown' : undefined;
};

/** Short and full names of one computer are the same; any doubt counts as the same. */
const same = (a: string, b: string): boolean => {
  const [one, other] = [a.trim().toLowerCase(), b.trim().toLowerCase()];
  if (one.includes('.') && other.includes('.')) return one === other;
  return one.split('.')[0] === other.split('.')[0];
};

/** Drive letters of the library beside that of its path, for example `E`. */
export const otherDrives = ({ path, drives }: LibraryRegistry): readonly string[] => {
  const letters = (drives ?? '')
    .split(',')
    .flatMap((root) => /^\s*([a-z]):/i.exec(root)?.[1]?.toUpperCase() ?? []);
  const own = /^\s*([a-z]):/i.exec(path ?? '')?.[1]?.toUpperCase();
  return [...new Set(letters)].filter((letter) => letter !== own);
};
