/** Where a DP says its content library is (configmgr.md 3.3): key and values below HKEY_LOCAL_MACHINE. */
export const dpRegistry = {
  /** HKEY_LOCAL_MACHINE as StdRegProv names it. */
  hive: 2147483650,
  key: 'SOFTWARE\\Microsoft\\SMS\\DP',
  libraryPath: 'ContentLibraryPath',
  usableDrives: 'ContentLibUsableDrives',
  siteServer: 'SiteServer',
} as const;

/** The process that validates (Win32_Process.Name). */
export const smsdpmonProcess = 'smsdpmon.exe';

/** The scheduled task that is made from a DP's Content Validation tab (configmgr.md 3.2). */
export const validationTask = {
  namespace: 'root\\Microsoft\\Windows\\TaskScheduler',
  path: '\\Microsoft\\Configuration Manager\\',
  name: 'Content Validation',
} as const;

/** MSFT_ScheduledTask.State. */
export const taskState = { disabled: 1, queued: 2, running: 4 } as const;

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

/** A place where smsdpmon.log may be: a file below a UNC root. */
export interface LogPlace {
  readonly root: string;
  readonly file: string;
}

/**
 * Where smsdpmon.log of a DP may be, in the order to try (logs.md 1.7): in the folder SMS_DP$ of a drive, by its own
 * share or by those of the drives.
 * @param libraryPath as the DP's registry tells it; undefined when that was not read
 */
export const smsdpmonLogs = (
  server: string,
  libraryPath: string | undefined,
  usableDrives = '',
): readonly LogPlace[] => {
  const drives = [libraryPath ?? '', ...usableDrives.split(',')].map(driveLetter);
  const file = 'sms\\logs\\smsdpmon.log';
  return [
    { root: `\\\\${server}\\SMS_DP$`, file },
    ...[...new Set(drives.filter((drive) => drive !== undefined))].map((drive) => ({
      root: `\\\\${server}\\${drive}$`,
      file: `SMS_DP$\\${file}`,
    })),
  ];
};

const driveLetter = (path: string): string | undefined => /^\s*([a-z]):\\/i.exec(path)?.[1]?.toUpperCase();
