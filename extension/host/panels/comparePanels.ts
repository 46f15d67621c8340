import { l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { Subject } from '../../core/compare/subject';
import { isSubject } from '../../protocol/comparePage';
import { isRecordOf, isText } from '../../protocol/shape';
import type { ContentTreeView } from '../views/contentTreeView';
import type { ComparePanel } from './comparePanel';
import type { OpenPage, Page, PagePanels } from './pagePanel';

const viewType = 'configmgrContent.compare';
export const comparePage: Page = { name: 'compare', viewType };

/** The comparisons of the window: a panel for each thing that is compared. */
export class ComparePanels implements Disposable {
  private readonly shown = new Map<string, ComparePanel>();
  private readonly registration: Disposable;
  private readonly unregister: () => void;

  constructor(
    private readonly pages: PagePanels,
    private readonly view: ContentTreeView,
    sites: KnownSites,
    /** The site with this key; it is connected to as before the reload when its panel comes back. */
    reconnected: (key: string) => KnownSite,
  ) {
    this.unregister = sites.onDidChangeSites(() => {
      for (const panel of this.shown.values()) if (sites.of(panel.site.key) !== panel.site) panel.dispose();
    });
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel: WebviewPanel, saved: unknown) => {
        if (isSaved(saved)) {
          const site = reconnected(saved.site);
          await this.adopt(site, saved.subject, () => this.pages.adopt(panel, site.key));
        } else panel.dispose();
      },
    });
  }

  async show(site: KnownSite, subject: Subject): Promise<void> {
    const shown = this.shown.get(keyOf(site, subject));
    if (shown !== undefined) shown.reveal();
    else await this.adopt(site, subject, () => this.pages.open(l10n.t('Compare'), site.key));
  }

  dispose(): void {
    this.unregister();
    this.registration.dispose();
    for (const panel of this.shown.values()) panel.dispose();
  }

  /** @param open gives the page, when there is somebody to answer it */
  private async adopt(site: KnownSite, subject: Subject, open: () => OpenPage): Promise<void> {
    // Loaded with the first comparison: it is no part of what starts with the window.
    const { ComparePanel } = await import('./comparePanel.js');
    const key = keyOf(site, subject);
    this.shown.get(key)?.dispose();
    const panel = new ComparePanel(site, subject, open(), this.view, () => {
      if (this.shown.get(key) === panel) this.shown.delete(key);
    });
    this.shown.set(key, panel);
  }
}

const keyOf = ({ key }: KnownSite, subject: Subject): string =>
  JSON.stringify([key, ...Object.entries(subject).sort()]);

/** What the page has saved for a reload of the window. */
const isSaved = isRecordOf<{ site: string; subject: Subject }>({ site: isText, subject: isSubject });
