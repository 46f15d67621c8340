import { l10n } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { SiteMarks } from '../../app/siteMarks';
import { MissingPanel } from './missingPanel';
import type { Page, PagePanels } from './pagePanel';
import { SitePanels } from './sitePanels';

const viewType = 'configmgrContent.missing';
export const missingPage: Page = { name: 'missing', viewType };

/** The missing-content diffs of the window: a panel a site, which can be asked to show a filter. */
export type MissingPanels = SitePanels<MissingPanel, string>;

export const missingPanels = (
  pages: PagePanels,
  sites: KnownSites,
  reconnected: (key: string) => KnownSite,
  marksOf: (site: KnownSite) => SiteMarks | undefined,
): MissingPanels =>
  new SitePanels(
    viewType,
    pages,
    sites,
    reconnected,
    ({ name, isConfigured }) =>
      isConfigured ? l10n.t('Missing Content · {0}', name) : l10n.t('Missing Content'),
    (site, page, filter) => new MissingPanel(site, page, filter, () => marksOf(site)),
  );
