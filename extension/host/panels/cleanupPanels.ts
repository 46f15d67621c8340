import { l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import type { CleanupSubject } from '../../app/library/cleanup/openCleanup';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import { isSavedCleanup } from '../../protocol/cleanupPage';
import type { CleanupActions, CleanupPanel } from './cleanupPanel';
import type { OpenPage, Page, PagePanels } from './pagePanel';

const viewType = 'configmgrContent.cleanup';
export const cleanupPage: Page = { name: 'cleanup', viewType };

/** The reviews of the window: a panel for each DP of a site. */
export class CleanupPanels implements Disposable {
  private readonly shown = new Map<string, CleanupPanel>();
  private readonly registration: Disposable;
  private readonly unregister: () => void;

  constructor(
    private readonly pages: PagePanels,
    sites: KnownSites,
    /** The site with this key; it is connected to as before the reload when its panel comes back. */
    reconnected: (key: string) => KnownSite,
    private readonly actions: CleanupActions,
  ) {
    this.unregister = sites.onDidChangeSites(() => {
      for (const panel of this.shown.values()) if (sites.of(panel.site.key) !== panel.site) panel.dispose();
    });
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel: WebviewPanel, saved: unknown) => {
        if (isSavedCleanup(saved)) {
          const { dp, place, release } = saved;
          const site = reconnected(saved.site);
          const subject = { dp, place, release: release === 0 ? undefined : release };
          await this.adopt(site, subject, () => this.pages.adopt(panel, site.key));
        } else panel.dispose();
      },
    });
  }

  /** Shows the review of a log; it takes the place of an older one of the same DP. */
  async show(site: KnownSite, subject: CleanupSubject): Promise<void> {
    await this.adopt(site, subject, () => this.pages.open(l10n.t('Content Library Cleanup'), site.key));
  }

  /** The review that is looked at; undefined: none is. */
  get active(): CleanupPanel | undefined {
    const panels = [...this.shown.values()];
    return panels.find(({ isActive }) => isActive) ?? panels.at(-1);
  }

  dispose(): void {
    this.unregister();
    this.registration.dispose();
    for (const panel of this.shown.values()) panel.dispose();
  }

  /** @param open gives the page, when there is somebody to answer it */
  private async adopt(site: KnownSite, subject: CleanupSubject, open: () => OpenPage): Promise<void> {
    // Loaded with the first review: it is no part of what starts with the window.
    const { CleanupPanel } = await import('./cleanupPanel.js');
    const key = JSON.stringify([site.key, subject.dp]);
    this.shown.get(key)?.dispose();
    const panel = new CleanupPanel(site, subject, open(), this.actions, () => {
      if (this.shown.get(key) === panel) this.shown.delete(key);
    });
    this.shown.set(key, panel);
  }
}
