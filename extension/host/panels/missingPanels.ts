import { l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { FindingsView } from '../../core/reconcile/findingRow';
import type { SiteMarks } from '../../app/siteMarks';
import { MissingPanel } from './missingPanel';
import type { OpenPage, Page, PagePanels } from './pagePanel';
import { savedSite } from './savedSite';

const viewType = 'configmgrContent.missing';
export const missingPage: Page = { name: 'missing', viewType };

/** The missing-content diffs of the window: a panel a site. */
export class MissingPanels implements Disposable {
  private readonly shown = new Map<KnownSite, MissingPanel>();
  private readonly registration: Disposable;
  private readonly unregister: () => void;

  constructor(
    private readonly pages: PagePanels,
    sites: KnownSites,
    /** The site with this key; it is connected to as before the reload when its panel comes back. */
    reconnected: (key: string) => KnownSite,
    private readonly marksOf: (site: KnownSite) => SiteMarks | undefined,
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

  /** @param filter what to show; undefined leaves the page as it is */
  show(site: KnownSite, filter?: string): void {
    const shown = this.shown.get(site);
    if (shown !== undefined) shown.reveal(filter);
    else this.adopt(site, this.pages.open(titleOf(site), site.key), filter);
  }

  /** What the page of a site shows; undefined while none is open. */
  viewOf(site: KnownSite): FindingsView | undefined {
    return this.shown.get(site)?.view;
  }

  dispose(): void {
    this.unregister();
    this.registration.dispose();
    for (const panel of this.shown.values()) panel.dispose();
  }

  private adopt(site: KnownSite, page: OpenPage, filter: string | undefined): void {
    this.shown.get(site)?.dispose();
    const closed = (): void => {
      if (this.shown.get(site) === panel) this.shown.delete(site);
    };
    const panel = new MissingPanel(site, page, filter, closed, () => this.marksOf(site));
    this.shown.set(site, panel);
  }
}

const titleOf = ({ name, isConfigured }: KnownSite): string =>
  isConfigured ? l10n.t('Missing Content · {0}', name) : l10n.t('Missing Content');
