import { UncFiles } from '../adapters/files/uncFiles';
import { ProviderFailover } from '../app/providerFailover';
import { siteProviders } from '../app/siteProviders';
import type { ConnectionProfile } from '../core/connection/profile';
import type { CimBrowser } from '../ports/cim';
import type { SiteConnection } from '../ports/siteConnection';
import { openSiteReads } from './openSiteReads';
import { openWmi } from './openWmi';

/** A connected site with everything that WMI can do, for looking into its computers. */
export interface LiveSite extends SiteConnection {
  readonly wmi: CimBrowser;
}

/**
 * Connects to the site database, finds out which site it is, and makes the ways to its provider and DPs; these
 * are first tried when they are needed.
 * @param powerShell path of a PowerShell; '' for the one of this machine
 * @throws SiteConnectError, SiteReadError
 */
export const openLiveSite = async (
  profile: ConnectionProfile,
  password: string,
  powerShell: string,
  signal: AbortSignal,
): Promise<LiveSite> => {
  const { info, database, clock } = await openSiteReads(profile, password, powerShell, signal);
  const wmi = openWmi(powerShell);
  const cim = new ProviderFailover(wmi.cim, info.provider, (asked) => siteProviders(wmi.cim, info, asked));
  return {
    info,
    database,
    cim,
    wmi: wmi.cim,
    computers: { wmi: wmi.cim, files: (root) => new UncFiles(root) },
    dps: { wmi: wmi.cim, files: (root) => new UncFiles(root) },
    clock,
    // A site does not tell what changes; it is read again when it is asked to be.
    onDidChange: () => () => undefined,
    close: async () => {
      await Promise.all([database.close(), wmi.close()]);
    },
  };
};
