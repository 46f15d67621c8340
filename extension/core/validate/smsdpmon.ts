/** Where a DP says its content library is (configmgr.md 3.3): key and values below HKEY_LOCAL_MACHINE. */
export const dpRegistry = {
  /** HKEY_LOCAL_MACHINE as StdRegProv names it. */
  hive: 2147483650,
  key: 'SOFTWARE\\Microsoft\\SMS\\DP',
  libraryPath: 'ContentLibraryPath',
  usableDrives: 'ContentLibUsableDrives',
  siteServer: 'SiteServer',
} as const;

/**
 * Command lines that start validation of all content on a DP, in the order to try: the library's drive, then
 * the other drives of the library. Nothing of the registry but a drive letter gets into a command line.
 * @param libraryPath for example `D:\SCCMContentLib`
 * @param usableDrives comma list of drive roots, for example `D:\,E:\`
 */
export const smsdpmonCommands = (libraryPath: string, usableDrives = ''): readonly string[] => {
  const drives = [libraryPath, ...usableDrives.split(',')].map(driveLetter);
  return [...new Set(drives.filter((drive) => drive !== undefined))].map(
    (drive) => `${drive}:\\SMS_DP$\\sms\\bin\\smsdpmon.exe`,
  );
};

const driveLetter = (path: string): string | undefined => /^\s*([a-z]):\\/i.exec(path)?.[1]?.toUpperCase();
