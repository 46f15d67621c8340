import type { KnownSite } from './knownSite';
import type { SiteState } from './siteState';

export type SitesListener = (site: KnownSite, state: SiteState, before: SiteState) => void;

/** The sites of a window, side by side, and the one that is meant where none is named. */
export class KnownSites {
  private readonly known = new Map<string, { readonly site: KnownSite; readonly unfollow: () => void }>();
  private readonly listeners = new Set<SitesListener>();
  private readonly listListeners = new Set<() => void>();
  private chosen: string | undefined;

  get all(): readonly KnownSite[] {
    return Array.from(this.known.values(), ({ site }) => site);
  }

  of(key: string): KnownSite | undefined {
    return this.known.get(key)?.site;
  }

  /** The site chosen last; else one that is connected, else any. */
  get current(): KnownSite | undefined {
    const chosen = this.chosen === undefined ? undefined : this.of(this.chosen);
    return chosen ?? this.all.find(({ session }) => session.site !== undefined) ?? this.all[0];
  }

  choose(site: KnownSite): void {
    this.chosen = site.key;
  }

  /** Each change of the state of any site; the result unregisters. */
  onDidChange(listener: SitesListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sites were added, replaced or removed; the result unregisters. */
  onDidChangeSites(listener: () => void): () => void {
    this.listListeners.add(listener);
    return () => this.listListeners.delete(listener);
  }

  /** Exactly these from now on: a site that is not among them any more is left. */
  async keep(sites: readonly KnownSite[]): Promise<void> {
    const kept = new Set(sites);
    const gone = [...this.known.values()].filter(({ site }) => !kept.has(site));
    const before = this.known;
    const entries = sites.map((site) => [site.key, before.get(site.key)] as const);
    for (const { unfollow } of gone) unfollow();
    this.known.clear();
    for (const [at, [key, entry]] of entries.entries()) {
      const site = sites[at];
      if (site === undefined) continue;
      this.known.set(key, entry?.site === site ? entry : { site, unfollow: this.follow(site) });
    }
    for (const listener of this.listListeners) listener();
    await Promise.all(gone.map(({ site }) => site.session.disconnect()));
  }

  private follow(site: KnownSite): () => void {
    return site.session.onDidChange((state, before) => {
      for (const listener of this.listeners) listener(site, state, before);
    });
  }
}
