import type { CleanupTarget } from './cleanupTarget';

/**
 * Where the tool and its logs lie on the DP. Below the Windows folder only administrators may write: what lies there
 * runs with all rights on the site.
 */
export const usualCleanupFolder = 'C:\\Windows\\ConfigMgrContent\\Cleanup';

export const toolName = 'ContentLibraryCleanup.exe';

/** The name of what a script writes beside a log when the tool has ended. */
export const runRecordName = (log: string): string => `${log}.run.json`;

/** Where the site server has the tool (configmgr.md 3.5). @throws Error for a name that no computer or site has */
export const toolSource = ({ siteServer, siteCode }: CleanupTarget): string =>
  `\\\\${computerName(siteServer)}\\SMS_${siteCodeText(siteCode)}\\cd.latest\\SMSSETUP\\TOOLS\\ContentLibraryCleanup`;

/** Path of the logs on the DP itself. */
export const logFolder = (folder: string): string => `${localFolder(folder)}\\Logs`;

/** The folder that a log on a DP's share is of; the usual one for a log that lies elsewhere. */
export const folderOfLog = (place: string): string => {
  const [, drive, folder] = /^\\\\[^\\]+\\([a-z])\$\\(.+)\\Logs\\[^\\]+$/i.exec(place) ?? [];
  return drive === undefined || folder === undefined
    ? usualCleanupFolder
    : localFolder(`${drive.toUpperCase()}:\\${folder}`);
};

/** A folder of the DP as other computers reach it, by the share of its drive. */
export const sharedFolder = (dp: string, folder: string): string =>
  `\\\\${computerName(dp)}\\${localFolder(folder).replace(':', '$')}`;

/**
 * The folder without a `\` at its end.
 * @throws Error for what is no folder of a drive, and for what PowerShell or the Task Scheduler take for something else
 */
export const localFolder = (folder: string): string => {
  const plain = folder.trim().replace(/\\+$/, '');
  const isPlain =
    /^[a-z]:\\[^\\]/i.test(plain) &&
    !/[<>:"/|?*[\]`%]|[\p{Cc}\p{Zl}\p{Zp}]|\$\(|\\\\|\\\.\.?(?:\\|$)/u.test(plain.slice(2));
  if (isPlain) return plain;
  throw new Error(
    `"${folder}" is no folder that can be used. Name one by its drive, such as ${usualCleanupFolder}, without quotation marks, percent signs and brackets.`,
  );
};

/** @throws Error */
export const computerName = (name: string): string => {
  if (/^[\p{L}\d_](?:[\p{L}\d_.-]*[\p{L}\d_])?$/u.test(name)) return name;
  throw new Error(`"${name}" is no name of a computer. Refresh the site.`);
};

/** @throws Error */
export const siteCodeText = (code: string): string => {
  if (/^[a-z0-9]{3}$/i.test(code)) return code;
  throw new Error(`"${code}" is no site code. Refresh the site.`);
};
