import { Disposable, workspace, type Memento } from 'vscode';
import { KnownSite, type SiteOpener } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { ConnectionProfile } from '../../core/connection/profile';
import { onSiteSettings, siteProfiles } from './siteSettings';

/** Where a window remembers which sites it was connected to, for a reload. */
const memory = 'connectedSites';
export const demoKey = 'demo';

/** The sites of a window and their connections: those of the settings, and the demo site. */
export class SiteConnections implements Disposable {
  private readonly demoSite: KnownSite;
  private readonly ofProfiles = new Map<string, { readonly text: string; readonly site: KnownSite }>();
  private readonly following: Disposable;

  constructor(
    private readonly sites: KnownSites,
    private readonly remembered: Memento,
    demo: SiteOpener,
    private readonly openerOf: (profile: ConnectionProfile) => SiteOpener,
    private readonly tellProblems: (problems: readonly string[]) => void,
  ) {
    this.demoSite = new KnownSite(demoKey, 'Demo', false, demo);
    this.following = Disposable.from(
      onSiteSettings(() => void this.load()),
      workspace.onDidGrantWorkspaceTrust(() => this.resume()),
    );
    void this.load();
  }

  /** The demo site, known to the window from now on. */
  demo(): KnownSite {
    if (this.sites.of(demoKey) === undefined) void this.sites.keep([...this.sites.all, this.demoSite]);
    return this.demoSite;
  }

  /** The site with this key, connected to when it was before the window was reloaded. */
  reconnected(key: string): KnownSite {
    this.resume();
    return this.sites.of(key) ?? this.demo();
  }

  /** The site of a profile that was just written to the settings. */
  async ofProfile(id: string): Promise<KnownSite> {
    await this.load();
    const site = this.sites.of(id);
    if (site === undefined) throw new Error(`The settings hold no site ${id}.`);
    return site;
  }

  async connect(site: KnownSite): Promise<void> {
    this.sites.choose(site);
    await this.remember(site, true);
    await site.connect();
  }

  async refresh(site: KnownSite): Promise<void> {
    if (site.session.site === undefined) await this.connect(site);
    else await site.refresh();
  }

  async disconnect(site: KnownSite): Promise<void> {
    await this.remember(site, false);
    await site.session.disconnect();
  }

  /** Connects again after a reload, or because the window was started for the demo; what is connected stays. */
  resume(): void {
    const keys = new Set(this.connectedKeys());
    if (process.env['CONFIGMGR_CONTENT_DEMO'] !== undefined) keys.add(demoKey);
    if (keys.has(demoKey)) this.demo();
    for (const site of this.sites.all)
      if (keys.has(site.key) && site.session.state.phase === 'none' && this.mayConnect(site))
        void this.connect(site);
  }

  /** Unasked; who asks in a workspace that is not trusted is told why not. */
  private mayConnect({ isConfigured }: KnownSite): boolean {
    return workspace.isTrusted || !isConfigured;
  }

  dispose(): void {
    this.following.dispose();
  }

  /** Takes over the settings: a site whose profile has changed is left, and is a new one. */
  private async load(): Promise<void> {
    const { profiles, problems } = siteProfiles();
    this.tellProblems(problems);
    const sites = profiles.map((profile) => {
      const text = JSON.stringify(profile);
      const known = this.ofProfiles.get(profile.id);
      if (known?.text === text) return known.site;
      const site = new KnownSite(profile.id, profile.name, true, this.openerOf(profile));
      this.ofProfiles.set(profile.id, { text, site });
      return site;
    });
    const demo = this.sites.of(demoKey);
    await this.sites.keep(demo === undefined ? sites : [...sites, demo]);
  }

  private connectedKeys(): readonly string[] {
    return this.remembered.get<readonly string[]>(memory) ?? [];
  }

  private async remember({ key }: KnownSite, connected: boolean): Promise<void> {
    const others = this.connectedKeys().filter((one) => one !== key);
    await this.remembered.update(memory, connected ? [...others, key] : others);
  }
}
