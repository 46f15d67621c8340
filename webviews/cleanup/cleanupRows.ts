import {
  cleanupStandings,
  type CleanupStanding,
  type JudgedItem,
} from '../../extension/core/library/cleanup/judgeItem';
import type { GridSort } from '../shared/grid/gridColumn';

export const sortColumns = ['standing', 'name', 'id', 'bytes', 'line'] as const;
export type SortColumn = (typeof sortColumns)[number];

export const tabIds = ['items', 'lines', 'preconditions'] as const;
export type TabId = (typeof tabIds)[number];

/** What of the rows is shown, and how. No standings: all of them. */
export interface CleanupView {
  readonly tab: TabId;
  readonly text: string;
  readonly standings: readonly CleanupStanding[];
  /** `standing` is the order of the review: the worst first. */
  readonly sort: GridSort & { readonly column: SortColumn };
}

export const firstView: CleanupView = {
  tab: 'items',
  text: '',
  standings: [],
  sort: { column: 'standing', descending: false },
};

/** The rows that the view shows, in its order; what is unknown comes last. */
export const shownRows = (
  rows: readonly JudgedItem[],
  { text, standings, sort }: CleanupView,
): readonly JudgedItem[] => {
  const wanted = text.trim().toLowerCase();
  const found = rows
    .filter(({ standing }) => standings.length === 0 || standings.includes(standing))
    .filter(({ name, id, contentIds }) =>
      [name, id, ...contentIds].some((one) => one.toLowerCase().includes(wanted)),
    );
  const direction = sort.descending ? -1 : 1;
  if (sort.column === 'standing') return sort.descending ? found.toReversed() : found;
  const { column } = sort;
  return found.toSorted((a, b) => compare(a, b, column, direction));
};

const { compare: compareTexts } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const compare = (
  a: JudgedItem,
  b: JudgedItem,
  column: Exclude<SortColumn, 'standing'>,
  direction: number,
): number => {
  switch (column) {
    case 'name':
    case 'id':
      return direction * compareTexts(a[column], b[column]) || compareTexts(a.id, b.id);
    case 'line':
      return direction * (a.first - b.first);
    case 'bytes':
      if (a.bytes === undefined || b.bytes === undefined)
        return Number(a.bytes === undefined) - Number(b.bytes === undefined);
      return direction * (a.bytes - b.bytes);
  }
};

/** Standings that rows have, with their number, the worst first. */
export const countStandings = (
  rows: readonly JudgedItem[],
): readonly (readonly [CleanupStanding, number])[] =>
  cleanupStandings.flatMap((standing) => {
    const count = rows.filter((row) => row.standing === standing).length;
    return count === 0 ? [] : [[standing, count] as const];
  });
