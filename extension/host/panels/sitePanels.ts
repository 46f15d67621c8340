import { window, type Disposable, type WebviewPanel } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { OpenPage, PagePanels } from './pagePanel';
import { savedSite } from './savedSite';

/** A panel that shows one site. @typeParam Part what of the site it can be asked to show */
export interface SitePanel<Part> extends Disposable {
  /** @param part undefined leaves the page as it is */
  reveal(part: Part | undefined): void;
}

/** A kind of page of which each site has one, at most. */
export class SitePanels<P extends SitePanel<Part>, Part = never> implements Disposable {
  private readonly shown = new Map<KnownSite, P>();
  private readonly registration: Disposable;
  private readonly unregister: () => void;

  constructor(
    viewType: string,
    private readonly pages: PagePanels,
    sites: KnownSites,
    /** The site with this key; it is connected to as before the reload when its panel comes back. */
    reconnected: (key: string) => KnownSite,
    private readonly titleOf: (site: KnownSite) => string,
    private readonly make: (site: KnownSite, page: OpenPage, part: Part | undefined) => P,
  ) {
    // A page of a site that was edited or forgotten would talk to nobody.
    this.unregister = sites.onDidChangeSites(() => {
      for (const [site, panel] of this.shown) if (sites.of(site.key) !== site) panel.dispose();
    });
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel: WebviewPanel, saved: unknown) => {
        const site = reconnected(savedSite(saved));
        this.adopt(site, this.pages.adopt(panel, site.key), undefined);
        return Promise.resolve();
      },
    });
  }

  /** @param part what to show; undefined leaves the page as it is */
  show(site: KnownSite, part?: Part): void {
    const shown = this.shown.get(site);
    if (shown !== undefined) shown.reveal(part);
    else this.adopt(site, this.pages.open(this.titleOf(site), site.key), part);
  }

  /** The panel of a site; undefined while none is open. */
  of(site: KnownSite): P | undefined {
    return this.shown.get(site);
  }

  dispose(): void {
    this.unregister();
    this.registration.dispose();
    for (const panel of this.shown.values()) panel.dispose();
  }

  private adopt(site: KnownSite, page: OpenPage, part: Part | undefined): void {
    this.shown.get(site)?.dispose();
    const panel = this.make(site, page, part);
    this.shown.set(site, panel);
    page.panel.onDidDispose(() => {
      if (this.shown.get(site) === panel) this.shown.delete(site);
    });
  }
}
