import type { LibraryState } from '../../extension/protocol/libraryPage';
import { emptyTemplate } from '../shared/emptyState';
import type { LibraryModel } from './libraryModel';
import { texts } from './texts';

/** Instead of the page, while nothing was asked for; undefined: there is a page. */
export const insteadOfPage = (model: LibraryModel): unknown => {
  const { state } = model;
  if (state === undefined)
    return model.problem === undefined
      ? emptyTemplate({ icon: 'loading', title: texts.searching, hints: [] })
      : emptyTemplate({ icon: 'error', title: model.problem, hints: [] });
  if (state.site === undefined)
    return emptyTemplate({
      icon: 'plug',
      title: texts.noSite,
      hints: [texts.noSiteHint],
      button: { label: texts.connect, press: () => void model.act('connect') },
    });
  return state.dps.length === 0
    ? emptyTemplate({ icon: 'server', title: texts.nothingAsked, hints: [texts.nothingAskedHint] })
    : undefined;
};

/** Instead of the rows: there are none, or none fits. */
export const noRows = (model: LibraryModel, { counts, progress, dps }: LibraryState): unknown => {
  if (Object.keys(counts).length > 0)
    return emptyTemplate({
      icon: 'search',
      title: texts.noMatch,
      hints: [],
      button: { label: texts.clearFilter, press: () => model.show({ filter: '' }) },
    });
  if (progress !== undefined || dps.some(({ looks }) => looks === undefined))
    return emptyTemplate({
      icon: progress === undefined ? 'info' : 'loading',
      title: texts.searching,
      hints: [],
    });
  const unread = dps.filter(({ notRead }) => notRead.length > 0);
  return unread.length > 0
    ? emptyTemplate({
        icon: 'question',
        title: texts.notAllRead,
        hints: unread.slice(0, 5).map(({ dpName, notRead }) => `${dpName}: ${notRead.join(' ')}`),
      })
    : emptyTemplate({
        icon: 'pass',
        title: texts.allWell,
        hints: [texts.allWellHint(dps.length)],
        good: true,
      });
};
