import { l10n } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import { CalendarPanel, type CalendarActions } from './calendarPanel';
import type { Page, PagePanels } from './pagePanel';
import { SitePanels } from './sitePanels';

const viewType = 'configmgrContent.calendar';
export const calendarPage: Page = { name: 'calendar', viewType };

/** The validation calendars of the window: a panel a site. */
export type CalendarPanels = SitePanels<CalendarPanel>;

export const calendarPanels = (
  pages: PagePanels,
  sites: KnownSites,
  reconnected: (key: string) => KnownSite,
  actions: CalendarActions,
): CalendarPanels =>
  new SitePanels(
    viewType,
    pages,
    sites,
    reconnected,
    ({ name, isConfigured }) =>
      isConfigured ? l10n.t('Validation Calendar · {0}', name) : l10n.t('Validation Calendar'),
    (site, page) => new CalendarPanel(site, page, actions),
  );
