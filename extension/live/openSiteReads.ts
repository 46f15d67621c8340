import { WallClock } from '../adapters/machine/wallClock';
import { identifySite } from '../app/identifySite';
import type { ConnectionProfile } from '../core/connection/profile';
import type { Clock } from '../ports/clock';
import { SiteConnectError } from '../ports/siteConnectError';
import type { SiteInfo } from '../ports/siteConnection';
import { openLiveDatabase, type LiveDatabase } from './openLiveDatabase';

/** A site as far as its database is concerned: enough for everything that is only read. */
export interface SiteReads {
  readonly info: SiteInfo;
  readonly database: LiveDatabase;
  readonly clock: Clock;
}

/**
 * Connects to the site database and finds out which site it is.
 * @param powerShell path of a PowerShell; '' for the one of this machine
 * @throws SiteConnectError, SiteReadError
 */
export const openSiteReads = async (
  profile: ConnectionProfile,
  password: string,
  powerShell: string,
  signal: AbortSignal,
): Promise<SiteReads> => {
  const { database: name } = profile;
  if (name === undefined)
    throw new SiteConnectError(
      'database',
      `${profile.name} names no database. Edit the connection: it is CM_ and the site code.`,
    );
  const database = await openLiveDatabase({ ...profile, database: name }, password, powerShell, signal);
  try {
    const info = await identifySite(database, { ...profile, database: name }, signal);
    const clock = new WallClock((await database.serverTime(signal)) - Date.now());
    return { info, database, clock };
  } catch (error) {
    await database.close();
    throw error;
  }
};
