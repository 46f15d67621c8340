/**
 * Where the parts of an entry are, below the administrative share of the library's drive. The quarantine lies
 * beside the library, on the same drive, for three reasons: a file is moved there and back with its bytes, times
 * and rights as they are; smsdpmon and the site take every .INI in PkgLib for a package's, so that a copy there
 * would be the next mismatch; and whatever else lies in the library is for Microsoft's tools to clean up or move.
 */
export interface QuarantinePlace {
  /** `\\DP1.CONTOSO.COM\D$` */
  readonly root: string;
  /** Below the root: `SCCMContentLib\PkgLib`. */
  readonly pkgLib: string;
}

/** Beside the library, at the root of its drive. */
export const quarantineFolder = 'ConfigMgrContent.Quarantine';

/**
 * Undefined for a library that is not in a folder of a drive: a remote one, or one of which the registry says
 * something else. Nothing is moved there.
 * @param library ContentLibraryPath of the DP's registry
 */
export const quarantinePlace = (server: string, library: string): QuarantinePlace | undefined => {
  const [, drive, folder] = /^([a-z]):\\+([^\\].*?)\\*$/i.exec(library.trim()) ?? [];
  if (drive === undefined || folder === undefined) return undefined;
  if (/[<>:"/|?*\u0000-\u001f]|(?:^|\\)[. ]*(?:\\|$)/.test(folder)) return undefined;
  return { root: `\\\\${server}\\${drive.toUpperCase()}$`, pkgLib: `${folder}\\PkgLib` };
};

/** One folder an entry, so that no two steps of a run share a file. */
export const entryFolder = (run: string, step: string, packageId: string): string =>
  [quarantineFolder, run, `${step}-${packageId}`].join('\\');

/** Beside the .INI that was moved there: all that is known of the entry. */
export const recordFile = 'entry.json';
