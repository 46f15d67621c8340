import { l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { SiteMarks } from '../../app/siteMarks';
import type { DpKey } from '../../core/content/nalPath';
import { HistoryPanel } from './historyPanel';
import type { MissingPanels } from './missingPanels';
import type { OpenPage, Page, PagePanels } from './pagePanel';
import { savedSite } from './savedSite';

const viewType = 'configmgrContent.history';
export const historyPage: Page = { name: 'history', viewType };

/** The histories that the window shows: a panel a site. */
export class HistoryPanels implements Disposable {
  private readonly shown = new Map<KnownSite, HistoryPanel>();
  private readonly registration: Disposable;
  private readonly unregister: () => void;

  constructor(
    private readonly pages: PagePanels,
    sites: KnownSites,
    private readonly marksOf: (site: KnownSite) => SiteMarks | undefined,
    private readonly missing: MissingPanels,
    reconnected: (key: string) => KnownSite,
  ) {
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

  /** @param dp undefined: of the whole site */
  show(site: KnownSite, dp: DpKey | undefined): void {
    const shown = this.shown.get(site);
    if (shown !== undefined) shown.reveal(dp);
    else this.adopt(site, this.pages.open(titleOf(site), site.key), { dp });
  }

  dispose(): void {
    this.unregister();
    this.registration.dispose();
    for (const panel of this.shown.values()) panel.dispose();
  }

  private adopt(
    site: KnownSite,
    page: OpenPage,
    scope: { readonly dp: DpKey | undefined } | undefined,
  ): void {
    this.shown.get(site)?.dispose();
    const panel = new HistoryPanel(
      site,
      page,
      this.marksOf,
      (filter) => this.missing.show(site, filter),
      scope,
      () => {
        if (this.shown.get(site) === panel) this.shown.delete(site);
      },
    );
    this.shown.set(site, panel);
  }
}

const titleOf = ({ name, isConfigured }: KnownSite): string =>
  isConfigured ? l10n.t('History · {0}', name) : l10n.t('History');
