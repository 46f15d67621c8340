import type { Uri } from 'vscode';
import type { RunPlace } from '../../app/planRun';
import type { KnownSites } from '../../app/knownSites';
import type { OpenSite } from '../../app/siteSession';
import type { Journals } from '../../ports/journal';
import { demoKey } from '../site/siteConnections';

/** Where runs of this window are written down. */
export class WindowRuns {
  /** @param storage the extension's own folder */
  constructor(
    private readonly storage: Uri,
    private readonly sites: KnownSites,
  ) {}

  /** How to carry out plans at a site. A demo site is another one in each window, and so are its journals. */
  async placeAt(site: OpenSite): Promise<RunPlace> {
    // Most windows never write.
    const { machineRunner } = await import('../../adapters/machine/machineRunner.js');
    const { info, cim, database, clock } = site.connection;
    const isDemo = this.sites.all.some(({ key, session }) => key === demoKey && session.site === site);
    const { siteCode, siteName, provider } = info;
    return {
      site: { siteCode, siteName, provider, cim, database, clock },
      journals: await this.journals(isDemo),
      by: machineRunner('window', process.env),
    };
  }

  async journals(isDemo: boolean): Promise<Journals> {
    const { JournalFolder } = await import('../../adapters/machine/journalFolder.js');
    if (isDemo) return new JournalFolder(`${this.storage.fsPath}/demo/${process.pid}`);
    const { userDataFolder } = await import('../../adapters/machine/userDataFolder.js');
    // DPs are reserved where command lines look, too.
    return new JournalFolder(this.storage.fsPath, userDataFolder(process.env));
  }
}
