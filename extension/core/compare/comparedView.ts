import type { DpKey } from '../content/nalPath';
import { tallyClass } from '../reconcile/tally';
import type { ComparedRow, Side } from './comparison';
import { differenceRank, differences, type Difference } from './difference';

export type ComparedColumn = 'name' | 'packageId' | 'dp' | 'difference' | 'side0' | 'side1' | 'side2';

/** What of a comparison is shown, in which order. */
export interface ComparedView {
  /** Of these kinds; empty shows all. */
  readonly kinds: readonly Difference[];
  /** Without those that are the same. */
  readonly onlyDifferences: boolean;
  readonly sort: { readonly column: ComparedColumn; readonly descending: boolean };
}

/** A row with its names, and an id that stays the same when the comparison is made again. */
export interface NamedRow extends ComparedRow {
  readonly id: string;
  /** Of the package; of the DP where no package is compared. */
  readonly name: string;
  readonly dpName: string;
}

/** Where names are looked up. */
export interface Names {
  packageName(packageId: string): string;
  dpName(dp: DpKey): string;
}

export const namedRows = (rows: readonly ComparedRow[], names: Names): readonly NamedRow[] =>
  rows.map((row) => {
    const { packageId, dp, goneDp } = row;
    const dpName = dp === undefined ? (goneDp === undefined ? '' : `DP ${goneDp}`) : names.dpName(dp);
    const name = packageId === undefined ? dpName : names.packageName(packageId);
    return { ...row, id: `${packageId ?? ''}@${dp ?? goneDp ?? ''}`, name, dpName };
  });

export type Counts = Readonly<Partial<Record<Difference, number>>>;

export const countDifferences = (rows: readonly ComparedRow[]): Counts => {
  const counts: Partial<Record<Difference, number>> = {};
  for (const { difference } of rows) counts[difference] = (counts[difference] ?? 0) + 1;
  return counts;
};

/** The kinds that there are, worst first. */
export const kindsOf = (counts: Counts): readonly Difference[] =>
  differences.filter((one) => (counts[one] ?? 0) > 0);

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows that a view shows, in its order; equal ones by name. */
export const viewOf = (
  rows: readonly NamedRow[],
  { kinds, onlyDifferences, sort: { column, descending } }: ComparedView,
): readonly NamedRow[] => {
  const wanted = new Set(kinds);
  const shown = rows.filter(({ difference }) =>
    wanted.size > 0 ? wanted.has(difference) : !onlyDifferences || difference !== 'same',
  );
  const turn = descending ? -1 : 1;
  return shown.sort(
    (a, b) => turn * byColumn(a, b, column) || compare(a.name, b.name) || compare(a.id, b.id),
  );
};

const byColumn = (a: NamedRow, b: NamedRow, column: ComparedColumn): number => {
  switch (column) {
    case 'name':
      return compare(a.name, b.name);
    case 'packageId':
      return compare(a.packageId ?? '', b.packageId ?? '');
    case 'dp':
      return compare(a.dpName, b.dpName);
    case 'difference':
      return differenceRank(a.difference) - differenceRank(b.difference);
    case 'side0':
    case 'side1':
    case 'side2': {
      const at = Number(column.slice(-1));
      return compare(sideKey(a.sides[at]), sideKey(b.sides[at]));
    }
  }
};

/** Like beside like: what is there by how it stands, then what is not. */
const sideKey = (side: Side | undefined): string => {
  switch (side?.kind) {
    case 'content':
      return `1 ${tallyClass(side.verdict)} ${side.verdict}`;
    case 'tally':
      return `1 ${side.tally.expected - side.tally.validated}`;
    case 'members':
      return `1 ${side.of - side.has}`;
    case 'groups':
      return `1 ${side.names.join()}`;
    case 'state':
      return `1 ${side.summarized ?? 0}`;
    case 'present':
      return '1';
    case 'absent':
      return '2';
    case 'unknown':
    case undefined:
      return '3';
  }
};
