import { l10n, type Uri } from 'vscode';
import type { KnownSites } from '../../app/knownSites';
import type { RunPlace } from '../../app/planRun';
import type { Run } from '../../app/run/run';
import type { OpenSite } from '../../app/siteSession';
import type { Journals } from '../../ports/journal';
import { demoKey } from '../site/siteConnections';

/** The runs of this window, and where they are written down. */
export class WindowRuns {
  private readonly atWork = new Map<string, Run>();
  private readonly listeners = new Set<(run: Run, site: OpenSite) => void>();

  /** @param storage the extension's own folder, for journals of demo sites */
  constructor(
    private readonly storage: Uri,
    private readonly sites: KnownSites,
  ) {}

  /** Tells of each run that this window begins or goes on with; the result ends that. */
  onDidBegin(listener: (run: Run, site: OpenSite) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** How to carry out plans at a site. */
  async placeAt(site: OpenSite): Promise<RunPlace> {
    // Most windows never write.
    const { machineRunner } = await import('../../adapters/machine/machineRunner.js');
    const { info, cim, database, clock, computers, dps } = site.connection;
    const { siteCode, siteName, provider } = info;
    const dpAccess = { ...(computers && { computers }), ...(dps && { dps }) };
    return {
      site: { siteCode, siteName, provider, cim, database, clock, ...dpAccess },
      journals: await this.journals(this.isDemo(site)),
      by: machineRunner('window', process.env),
      follow: (run) => this.follow(run, site),
    };
  }

  /** Goes on with a run by its id alone. @throws RunRefused, JournalError, Error without its site */
  async goOn(id: string): Promise<void> {
    const { allRuns } = await import('./pickRun.js');
    const run = (await allRuns(this)).find((one) => one.id === id);
    if (run === undefined) throw new Error(l10n.t('The journal of this run is gone.'));
    const { siteCode } = run.state.plan;
    const site = this.siteOf(siteCode, run.ofDemo);
    if (site === undefined)
      throw new Error(l10n.t('Connect to site {0} first: this run is of that site.', siteCode));
    await this.resume(site, id);
  }

  /** Of all sites; a demo site is another one in each window, and so are its journals. */
  async journals(ofDemo: boolean): Promise<Journals> {
    const { JournalFolder } = await import('../../adapters/machine/journalFolder.js');
    if (ofDemo) return new JournalFolder(`${this.storage.fsPath}/demo/${process.pid}`);
    const { userDataFolder } = await import('../../adapters/machine/userDataFolder.js');
    // Where command lines look, too: a plan is carried out once, whoever begins it.
    return new JournalFolder(userDataFolder(process.env));
  }

  /** The connected site that a run is of; undefined: there is none. */
  siteOf(siteCode: string, ofDemo: boolean): OpenSite | undefined {
    return this.sites.all
      .map(({ session }) => session.site)
      .find((site) => site?.connection.info.siteCode === siteCode && this.isDemo(site) === ofDemo);
  }

  isDemo(site: OpenSite): boolean {
    return this.sites.all.some(({ key, session }) => key === demoKey && session.site === site);
  }

  /** Leaves all runs as they are: they can be gone on with. */
  dispose(): void {
    this.listeners.clear();
    for (const run of this.atWork.values()) void run.leave('The window was closed.');
  }

  private async resume(site: OpenSite, id: string): Promise<void> {
    const place = await this.placeAt(site);
    const { resumeRun } = await import('../../app/run/startRun.js');
    const run = await resumeRun(place.site, place.journals, id, place.by);
    this.follow(run, site);
    void run.work();
  }

  private follow(run: Run, site: OpenSite): void {
    this.atWork.set(run.id, run);
    for (const listener of this.listeners) listener(run, site);
  }
}
