import { cellText } from './cellText';
import { momentOf } from './logLine';
import type { Cell, Row, Section } from './report';

export interface RowChoice {
  /** What a cell holds, in any letter case; '' for all rows. */
  readonly text: string;
  /** Key of a column; '' for the order of the log. */
  readonly sort: string;
  readonly descending: boolean;
}

/** The rows that are asked for; what is unknown comes last, whatever the order. */
export const chosenRows = (
  { columns, rows }: Section,
  { text, sort, descending }: RowChoice,
): readonly Row[] => {
  const wanted = text.trim().toLowerCase();
  const holds = ({ cells }: Row): boolean =>
    columns.some(({ kind }, column) =>
      cellText(kind, cells[column] ?? null)
        .toLowerCase()
        .includes(wanted),
    );
  const found = wanted === '' ? rows : rows.filter(holds);
  const by = columns.findIndex(({ key }) => key === sort);
  if (by < 0) return found;
  const direction = descending ? -1 : 1;
  return found.toSorted((a, b) => compareCells(a.cells[by] ?? null, b.cells[by] ?? null, direction));
};

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const compareCells = (a: Cell, b: Cell, direction: number): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'string' && typeof b === 'string') return direction * compare(a, b);
  return direction * (numberOf(a) - numberOf(b));
};

const numberOf = (cell: Exclude<Cell, null>): number =>
  typeof cell === 'object' ? momentOf(cell) : Number(cell);
