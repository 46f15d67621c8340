import { cleanupLogFile } from '../../../adapters/files/cleanupLogFile';
import type { CleanupLogFile } from '../../../app/library/cleanup/readCleanupLog';
import { sharedLogs } from '../../../app/library/cleanup/sharedLogs';
import { runRecordName } from '../../../core/library/cleanup/cleanupPlaces';
import type { SiteConnection } from '../../../ports/siteConnection';

/** A log by its path: on a share as the site's computers are reached, else a file of this machine. */
export const openCleanupLog = async (
  connection: Pick<SiteConnection, 'computers'> | undefined,
  place: string,
  signal: AbortSignal,
): Promise<CleanupLogFile> => {
  const at = place.lastIndexOf('\\');
  if (!place.startsWith('\\\\') || connection?.computers === undefined)
    return cleanupLogFile(place, runRecordName);
  const logs = await sharedLogs(connection.computers.files(place.slice(0, at)), signal);
  const found = logs.find(({ name }) => name.toLowerCase() === place.slice(at + 1).toLowerCase());
  if (found !== undefined) return found;
  throw new Error(`${place} is not there any more. Choose another log.`);
};
