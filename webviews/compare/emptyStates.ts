import type { CompareState } from '../../extension/protocol/comparePage';
import { emptyTemplate } from '../shared/emptyState';
import type { CompareModel } from './compareModel';
import { texts } from './texts';

/** Instead of the page: nothing has been compared yet. */
export const notCompared = (model: CompareModel): unknown => {
  const { state } = model;
  const problem = state?.problem ?? model.problem;
  if (problem !== undefined)
    return emptyTemplate({
      icon: 'error',
      title: texts.problem,
      hints: [problem],
      button: { label: texts.tryAgain, press: () => void model.refresh() },
    });
  if (state === undefined || state.loading)
    return emptyTemplate({ icon: 'loading', title: texts.loading, hints: [] });
  return emptyTemplate({
    icon: 'plug',
    title: texts.waiting,
    hints: [texts.waitingHint],
    button: { label: texts.connect, press: () => void model.refresh() },
  });
};

/** Instead of the rows: the view shows none. */
export const noRows = (model: CompareModel, { counts, notRead, subject }: CompareState): unknown => {
  if (model.view.kinds.length > 0)
    return emptyTemplate({
      icon: 'search',
      title: texts.noMatch,
      hints: [],
      button: { label: texts.showKinds, press: () => model.show({ kinds: [] }) },
    });
  const all = counts.same ?? 0;
  if (all > 0)
    return emptyTemplate({
      icon: 'pass',
      title: texts.noDifference,
      hints: [texts.compared(all)],
      good: true,
      button: { label: texts.showAll, press: () => model.show({ onlyDifferences: false }) },
    });
  if (notRead.length > 0) return emptyTemplate({ icon: 'question', title: texts.unknown, hints: notRead });
  return subject.kind === 'leftovers'
    ? emptyTemplate({ icon: 'pass', title: texts.noLeftovers, hints: [texts.noLeftoversHint], good: true })
    : emptyTemplate({ icon: 'info', title: texts.nothing, hints: [texts.nothingHint] });
};
