import { l10n } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import { CyclesPanel, type CyclesActions } from './cyclesPanel';
import type { Page, PagePanels } from './pagePanel';
import { SitePanels } from './sitePanels';

const viewType = 'configmgrContent.cycles';
export const cyclesPage: Page = { name: 'cycles', viewType };

/** The pages of validation cycles of the window: a panel a site, which can be asked to show a filter. */
export type CyclesPanels = SitePanels<CyclesPanel, string>;

export const cyclesPanels = (
  pages: PagePanels,
  sites: KnownSites,
  reconnected: (key: string) => KnownSite,
  actions: CyclesActions,
): CyclesPanels =>
  new SitePanels(
    viewType,
    pages,
    sites,
    reconnected,
    ({ name, isConfigured }) =>
      isConfigured ? l10n.t('Validation Cycles · {0}', name) : l10n.t('Validation Cycles'),
    (site, page, filter) => new CyclesPanel(site, page, filter, actions),
  );
