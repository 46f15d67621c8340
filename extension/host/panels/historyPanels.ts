import { l10n } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { SiteMarks } from '../../app/siteMarks';
import { HistoryPanel, type HistoryScope } from './historyPanel';
import type { Page, PagePanels } from './pagePanel';
import { SitePanels } from './sitePanels';

const viewType = 'configmgrContent.history';
export const historyPage: Page = { name: 'history', viewType };

/** The histories that the window shows: a panel a site, which can be narrowed to a DP. */
export type HistoryPanels = SitePanels<HistoryPanel, HistoryScope>;

/** @param showMissing opens the page of missing content on what a filter shows */
export const historyPanels = (
  pages: PagePanels,
  sites: KnownSites,
  reconnected: (key: string) => KnownSite,
  marksOf: (site: KnownSite) => SiteMarks | undefined,
  showMissing: (site: KnownSite, filter: string) => void,
): HistoryPanels =>
  new SitePanels(
    viewType,
    pages,
    sites,
    reconnected,
    ({ name, isConfigured }) => (isConfigured ? l10n.t('History · {0}', name) : l10n.t('History')),
    (site, page, scope) =>
      new HistoryPanel(site, page, marksOf, (filter) => showMissing(site, filter), scope),
  );
