import { l10n } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import { MatrixPanel } from './matrixPanel';
import type { Page, PagePanels } from './pagePanel';
import { SitePanels } from './sitePanels';

const viewType = 'configmgrContent.matrix';
export const matrixPage: Page = { name: 'matrix', viewType };

/** The heat maps of the window: a panel a site. */
export type MatrixPanels = SitePanels<MatrixPanel>;

/** @param showMissing opens the page of missing content on what a filter shows */
export const matrixPanels = (
  pages: PagePanels,
  sites: KnownSites,
  reconnected: (key: string) => KnownSite,
  showMissing: (site: KnownSite, filter: string | undefined) => void,
): MatrixPanels =>
  new SitePanels(
    viewType,
    pages,
    sites,
    reconnected,
    ({ name, isConfigured }) => (isConfigured ? l10n.t('Heat Map · {0}', name) : l10n.t('Heat Map')),
    (site, page) => new MatrixPanel(site, page, (filter) => showMissing(site, filter)),
  );
