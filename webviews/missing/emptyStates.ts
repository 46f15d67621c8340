import type { MissingState } from '../../extension/protocol/missingPage';
import { emptyTemplate } from '../shared/emptyState';
import { texts } from './texts';

/** Instead of the page, as long as no site has been read. */
export const noSite = (site: MissingState | undefined, refresh: () => void): unknown => {
  if (site === undefined || (site.site !== undefined && site.loading))
    return emptyTemplate({ icon: 'loading', title: texts.reading, hints: [] });
  return site.site === undefined
    ? emptyTemplate({
        icon: 'plug',
        title: texts.noSite,
        hints: [texts.noSiteHint],
        button: { label: texts.connectDemo, press: refresh },
      })
    : emptyTemplate({
        icon: 'circle-outline',
        title: texts.neverRead,
        hints: [site.stale ?? texts.neverReadHint],
        button: { label: texts.refresh, press: refresh },
      });
};

/** Instead of rows. "Nothing is missing" is only said of a fresh read without problems. */
export const noRows = (site: MissingState, show: (filter: string) => void): unknown => {
  const { tally } = site;
  if (tally?.expected === 0 && site.stale === undefined)
    return emptyTemplate({
      icon: 'circle-outline',
      title: texts.nothingTargeted,
      hints: [texts.nothingTargetedHint],
    });
  if (tally?.problems !== 0 || site.stale !== undefined)
    return emptyTemplate({
      icon: 'search',
      title: texts.noMatch,
      hints: [texts.noMatchHint],
      button: { label: texts.clearFilter, press: () => show('') },
    });
  const unproved = tally.unknown + tally.stale;
  return emptyTemplate({
    icon: 'pass',
    title: texts.nothingMissing,
    good: true,
    hints: [
      texts.checked(tally.expected, tally.validated),
      ...(unproved > 0 ? [texts.notProved(unproved)] : []),
    ],
    ...(unproved > 0 && {
      button: { label: texts.showThem, press: () => show('state:unknown,stale') },
    }),
  });
};
