import { cellClasses, statesOfClass, type CellClass } from '../../extension/core/matrix/cell';
import type { FindingsSelection } from '../../extension/core/reconcile/findingRow';
import { tallyClass } from '../../extension/core/reconcile/tally';
import { repairNeed, verdicts, type Verdict } from '../../extension/core/reconcile/verdict';
import type { MatrixAction } from '../../extension/protocol/matrixPage';
import type { LoadedMatrix } from './loadedMatrix';
import type { Region } from './region';
import type { RegionMeasure } from './regionMeasure';

/** The pairs of a region that an action is for: a rectangle also holds what is in order. */
const isFor = (action: MatrixAction, verdict: Verdict): boolean => {
  switch (action) {
    case 'repair':
      return !['validated', 'running', 'nothing'].includes(tallyClass(verdict)) && verdict !== 'unread';
    case 'redistribute':
      return repairNeed(verdict) !== 'no' && verdict !== 'notTargeted';
    case 'validate':
      return !['validated', 'running', 'nothing'].includes(tallyClass(verdict)) && verdict !== 'notTargeted';
    case 'cancel':
      return verdict === 'inFlight' || verdict === 'stalled';
    case 'reveal':
      return true;
  }
};

/** How many pairs of the region an action would be for. */
export const offeredPairs = (action: MatrixAction, { pairs, byVerdict }: RegionMeasure): number => {
  const offered = verdicts
    .filter((verdict) => isFor(action, verdict))
    .reduce((sum, verdict) => sum + (byVerdict[verdict] ?? 0), 0);
  return action === 'reveal' && pairs !== 1 ? 0 : offered;
};

/** What of the region is shown, and what the action is for. */
export const regionSelection = (
  action: MatrixAction,
  { axes, view, hidden }: LoadedMatrix,
  { top, left, bottom, right }: Region,
): Extract<FindingsSelection, { kind: 'region' }> => {
  const terms = [
    ...(view.filter.trim() === '' ? [] : [`(${view.filter})`]),
    ...hiddenTerms(hidden),
    `state:${verdicts.filter((verdict) => isFor(action, verdict)).join()}`,
  ];
  return {
    kind: 'region',
    packageIds: axes.packages.slice(top, bottom + 1).map(({ packageId }) => packageId),
    dps: axes.dps.slice(left, right + 1).map(({ key }) => key),
    filter: terms.join(' '),
  };
};

/** Nobody acts on what they do not see. */
const hiddenTerms = (hidden: ReadonlySet<CellClass>): readonly string[] => {
  const states = cellClasses.filter((one) => hidden.has(one)).flatMap(statesOfClass);
  return states.length === 0 ? [] : [`-state:${states.join()}`];
};
