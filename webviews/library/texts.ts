import type { ListStanding } from '../../extension/core/library/mismatch';
import { countText, counted } from '../shared/count';

/** Every text of this page. */
export const texts = {
  title: 'Content libraries',
  again: 'Look again',
  stop: 'Stop',
  first: (done: number, total: number) => `First look: ${countText(done)} of ${countText(total)}`,
  waiting: (minutes: number) =>
    minutes < 1
      ? 'The second look begins in a moment'
      : `The second look begins in ${counted(Math.ceil(minutes), 'minute')}`,
  second: (done: number, total: number) => `Second look: ${countText(done)} of ${countText(total)}`,
  noSite: 'No site is connected',
  noSiteHint: 'Connect to a site in the sidebar, then look for mismatches on its distribution points.',
  connect: 'Connect',
  nothingAsked: 'No distribution point was looked at yet',
  nothingAskedHint:
    'Choose distribution points or a group in the sidebar, and run “Find Mismatches of Content Library”.',
  searching: 'Reading the lists of the distribution points\u2026',
  allWell: 'The lists agree',
  allWellHint: (dps: number) =>
    `The site, WMI and PkgLib say the same of every package on ${counted(dps, 'distribution point')}.`,
  notAllRead: 'Nothing is known to be wrong, and not everything could be read',
  noMatch: 'No mismatch fits the filter',
  clearFilter: 'Clear the filter',
  problem: 'The search ended early.',
  filterHint: 'Words, or kind: dp: package: finding: targeted: repair:',
  kinds: 'Kinds of mismatches',
  matches: (count: number) => counted(count, 'mismatch', 'mismatches'),
  gridLabel: 'Mismatches of content libraries',
  dpsLabel: 'Distribution points that were looked at',
  columns: {
    kind: 'Mismatch',
    package: 'Package',
    packageId: 'ID',
    dp: 'Distribution point',
    site: 'Site',
    wmi: 'WMI',
    pkgLib: 'PkgLib',
    advice: 'What to do',
  },
  standings: { present: 'yes', absent: 'no', unknown: 'not known' } satisfies Record<ListStanding, string>,
  noPackage: '(no package)',
  unknownPackage: '(not known to the site)',
  once: 'Seen once only',
  onlyReported: {
    siteServer: 'site server: only reported',
    remoteLibrary: 'remote library: only reported',
    notKnown: 'place not known: only reported',
  },
  notLookedAt: 'not looked at yet',
  notRead: 'not all read',
  clean: 'lists agree',
  mismatches: (count: number) => counted(count, 'mismatch', 'mismatches'),
  inFlight: (count: number) => `${countText(count)} in flight`,
  listed: (site: string, wmi: string, pkgLib: string) => `Site ${site} · WMI ${wmi} · PkgLib ${pkgLib}`,
  unread: '–',
  repair: (count: number) => (count > 1 ? `Repair ${countText(count)}\u2026` : 'Repair\u2026'),
  repairHint: 'Plans the repair of the chosen mismatches; nothing is written before you confirm the plan',
  reveal: 'Reveal in tree',
  details: 'Details of the chosen mismatch',
  found: 'What was found',
  menu: 'Actions',
} as const;
