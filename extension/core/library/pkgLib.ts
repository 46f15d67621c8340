/**
 * Where a DP's content library may be reached, the surest first. All metadata lies on its primary drive, in a
 * folder that is shared as SCCMContentLib$.
 * @param path ContentLibraryPath of the DP's registry, for example `D:\SCCMContentLib`; undefined when not read
 */
export const libraryRoots = (server: string, path: string | undefined): readonly string[] => {
  const [, drive, folder] = /^\s*([a-z]):\\+(.*?)\\*\s*$/i.exec(path ?? '') ?? [];
  const isPlain = folder !== undefined && folder !== '' && !/[<>:"/|?*]|(?:^|\\)\.\.?(?:\\|$)/.test(folder);
  const share = `\\\\${server}\\SCCMContentLib$`;
  return drive !== undefined && isPlain
    ? [`\\\\${server}\\${drive.toUpperCase()}$\\${folder}`, share]
    : [share];
};

/** The package that a file of PkgLib is of, in upper case; undefined for other files. */
export const packageOfIni = (name: string): string | undefined =>
  /^([A-Z0-9]{3}[0-9A-F]{5})\.INI$/i.exec(name)?.[1]?.toUpperCase();
