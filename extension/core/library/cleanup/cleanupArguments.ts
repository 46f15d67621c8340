import { windowsArgument } from '../../commandLine/windowsArgument';
import { computerName, logFolder, siteCodeText } from './cleanupPlaces';
import type { CleanupTarget } from './cleanupTarget';
import type { DeleteReceipt } from './deleteReceipt';

/**
 * Arguments of ContentLibraryCleanup.exe (configmgr.md 3.5). Without a receipt it only says what it would delete; a
 * receipt is given for a reviewed what-if alone (`receiptOf`).
 * @param folder of the DP, which has the logs
 * @throws Error for names and folders that are none
 */
export const cleanupArguments = (
  { dp, siteServer, secondarySite }: CleanupTarget,
  folder: string,
  receipt?: DeleteReceipt,
): readonly string[] => [
  ...['/dp', computerName(dp)],
  ...(secondarySite === undefined
    ? []
    : ['/ps', computerName(siteServer), '/sc', siteCodeText(secondarySite)]),
  '/q',
  ...['/log', logFolder(folder)],
  ...(receipt === undefined ? [] : ['/delete']),
];

/** The same as one text, as programs of Windows take it apart. */
export const cleanupArgumentText = (...of: Parameters<typeof cleanupArguments>): string =>
  cleanupArguments(...of)
    .map(windowsArgument)
    .join(' ');
