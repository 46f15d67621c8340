import { l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { DpKey } from '../../core/content/nalPath';
import type { ContentTreeView } from '../views/contentTreeView';
import type { LibraryPanel } from './libraryPanel';
import type { OpenPage, Page, PagePanels } from './pagePanel';
import { savedSite } from './savedSite';

const viewType = 'configmgrContent.library';
export const libraryPage: Page = { name: 'library', viewType };

/** The searches for mismatches of the window: a panel a site. */
export class LibraryPanels implements Disposable {
  private readonly shown = new Map<KnownSite, LibraryPanel>();
  private readonly registration: Disposable;
  private readonly unregister: () => void;

  constructor(
    private readonly pages: PagePanels,
    private readonly view: Pick<ContentTreeView, 'reveal'>,
    sites: KnownSites,
    /** The site with this key; it is connected to as before the reload when its panel comes back. */
    reconnected: (key: string) => KnownSite,
  ) {
    this.unregister = sites.onDidChangeSites(() => {
      for (const [site, panel] of this.shown) if (sites.of(site.key) !== site) panel.dispose();
    });
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel: WebviewPanel, saved: unknown) => {
        const site = reconnected(savedSite(saved));
        await this.adopt(site, () => this.pages.adopt(panel, site.key));
      },
    });
  }

  /** Looks at these DPs, on the site's own page. */
  async find(site: KnownSite, dps: readonly DpKey[]): Promise<void> {
    const panel =
      this.shown.get(site) ??
      (await this.adopt(site, () => this.pages.open(l10n.t('Content Libraries · {0}', site.name), site.key)));
    panel.find(dps);
  }

  dispose(): void {
    this.unregister();
    this.registration.dispose();
    for (const panel of this.shown.values()) panel.dispose();
  }

  private async adopt(site: KnownSite, open: () => OpenPage): Promise<LibraryPanel> {
    // Loaded with the first search: it is no part of what starts with the window.
    const { LibraryPanel } = await import('./libraryPanel.js');
    this.shown.get(site)?.dispose();
    const page = open();
    const panel = new LibraryPanel(site, page, this.view);
    this.shown.set(site, panel);
    page.panel.onDidDispose(() => {
      if (this.shown.get(site) === panel) this.shown.delete(site);
    });
    return panel;
  }
}
