import { stateClasses } from '../filter/findingFields';
import { tallyClass, type TallyClass } from '../reconcile/tally';
import { repairNeed, verdicts, type Verdict } from '../reconcile/verdict';

/**
 * What one cell of the heat map says of a package on a DP. `none`: not expected there. `open`: validated or not
 * expected; which of the two takes another read, because validated pairs are only counted.
 */
export type Cell = Verdict | 'none' | 'open';

/**
 * How cells are coloured and counted: the classes of the tally, those that wait for a decision apart. What an admin
 * has acknowledged stays what it is: the map shows content, not who has seen to it.
 */
export type CellClass = Exclude<TallyClass, 'acknowledged'> | 'ask' | 'open';

/** Worst first. What is not known stands before what is proved. */
export const cellClasses = [
  'problems',
  'ask',
  'running',
  'stale',
  'unknown',
  'open',
  'validated',
  'nothing',
] as const satisfies readonly CellClass[];

/** undefined: there is nothing to say. */
export const cellClass = (cell: Cell): CellClass | undefined =>
  cell === 'none'
    ? undefined
    : cell === 'open'
      ? 'open'
      : repairNeed(cell) === 'ask'
        ? 'ask'
        : tallyClass(cell);

const badness = (cell: Cell): number => {
  const found = cellClass(cell);
  return found === undefined ? 0 : cellClasses.length - cellClasses.indexOf(found);
};

/** Every cell, the worst last: its place is its code, so that of many cells the greatest code is the worst. */
export const cells: readonly Cell[] = (['none', 'open', ...verdicts.toReversed()] as const).toSorted(
  (a, b) => badness(a) - badness(b),
);

const codes: ReadonlyMap<Cell, number> = new Map(cells.map((cell, code) => [cell, code]));

export const cellCode = (cell: Cell): number => codes.get(cell) ?? 0;

/**
 * Set in the byte of a cell that the filter shows. One that it does not show stays as its surroundings, and
 * never hides one that is shown.
 */
export const shownBit = 32;

export const cellOf = (byte: number): Cell => cells[byte & (shownBit - 1)] ?? 'none';

export const isShown = (byte: number): boolean => byte >= shownBit;

/** The values of `state:` that ask for a class. */
export const statesOfClass = (wanted: CellClass): readonly string[] =>
  stateClasses.some(({ value }) => value === wanted && value !== 'problems')
    ? [wanted]
    : verdicts.filter((verdict) => cellClass(verdict) === wanted);
