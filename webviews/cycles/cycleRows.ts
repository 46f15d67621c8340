import { cycleStates, type CycleReport, type CycleState } from '../../extension/core/validate/cycleReport';
import type { GridSort } from '../shared/grid/gridColumn';

export const sortColumns = ['state', 'dp', 'finished', 'took', 'results', 'previous'] as const;
export type SortColumn = (typeof sortColumns)[number];

/** What of the rows is shown, and how. No states: all of them. */
export interface CyclesView {
  readonly name: string;
  readonly states: readonly CycleState[];
  readonly sort: GridSort & { readonly column: SortColumn };
}

export const firstView: CyclesView = { name: '', states: [], sort: { column: 'state', descending: false } };

/** The rows whose name holds the text and whose state was chosen, in order; what is unknown comes last. */
export const shownRows = (
  rows: readonly CycleReport[],
  { name, states, sort }: CyclesView,
): readonly CycleReport[] => {
  const wanted = name.trim().toLowerCase();
  const direction = sort.descending ? -1 : 1;
  return rows
    .filter(({ dpName }) => dpName.toLowerCase().includes(wanted))
    .filter(({ state }) => states.length === 0 || states.includes(state))
    .toSorted((a, b) => compare(a, b, sort.column, direction) || byName(a, b));
};

export const countStates = (rows: readonly CycleReport[]): ReadonlyMap<CycleState, number> => {
  const counts = new Map<CycleState, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return new Map(
    cycleStates.flatMap((state) => {
      const count = counts.get(state);
      return count === undefined ? [] : [[state, count] as const];
    }),
  );
};

const { compare: compareNames } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const byName = (a: CycleReport, b: CycleReport): number => compareNames(a.dpName, b.dpName);

const compare = (a: CycleReport, b: CycleReport, column: SortColumn, direction: number): number => {
  if (column === 'dp') return direction * byName(a, b);
  const [x, y] = [valueOf(a, column), valueOf(b, column)];
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  return direction * (x - y);
};

const valueOf = (row: CycleReport, column: Exclude<SortColumn, 'dp'>): number | undefined => {
  switch (column) {
    case 'state':
      // Of one state, what is suspect comes first.
      return 2 * cycleStates.indexOf(row.state) + Number(!row.isSuspect);
    case 'finished':
      return row.finished;
    case 'took':
      return tookOf(row);
    case 'results':
      return row.results === undefined ? undefined : row.results / Math.max(1, row.expected ?? row.results);
    case 'previous':
      return row.previousEnd;
  }
};

/** How long the last finished cycle took, milliseconds. */
export const tookOf = ({ started, finished }: CycleReport): number | undefined =>
  started === undefined || finished === undefined ? undefined : finished - started;
