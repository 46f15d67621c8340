import type { FilterFields } from '../filter/filterField';
import { compileFilter, type FilterRecord } from '../filter/matches';
import { parseFilter } from '../filter/parse';
import type { LibraryReport } from './libraryReport';
import type { Mismatch, MismatchKind, OnlyReported } from './mismatch';
import { mismatchAdvice } from './mismatchAdvice';
import { mismatchKinds, mismatchWords } from './mismatchWords';

/** A mismatch as a table shows it. */
export interface MismatchRow extends Mismatch {
  readonly id: string;
  readonly onlyReported: OnlyReported | undefined;
  readonly advice: string;
}

export const mismatchColumns = ['kind', 'package', 'packageId', 'dp', 'targeted'] as const;
export type MismatchColumn = (typeof mismatchColumns)[number];

export interface MismatchView {
  /** In the query language, with `mismatchFields`. */
  readonly filter: string;
  readonly sort: { readonly column: MismatchColumn; readonly descending: boolean };
}

export const firstMismatchView: MismatchView = { filter: '', sort: { column: 'kind', descending: false } };

/** What a table of mismatches can be filtered by. */
export const mismatchFields: FilterFields = [
  {
    name: 'kind',
    kind: 'choice',
    about: 'how the lists differ',
    values: mismatchKinds.map((value) => ({ value, about: mismatchWords[value].about })),
  },
  { name: 'dp', kind: 'text', searched: true, about: 'distribution point' },
  { name: 'package', kind: 'text', searched: true, about: 'package name or ID' },
  { name: 'finding', kind: 'text', searched: true, about: 'path and words of what was found' },
  {
    name: 'targeted',
    kind: 'choice',
    about: 'whether the site targets it',
    values: [
      { value: 'yes', about: 'the site targets it to the DP' },
      { value: 'no', about: 'it does not' },
      { value: 'unknown', about: 'that could not be read' },
    ],
  },
  {
    name: 'repair',
    kind: 'choice',
    about: 'whether a repair may be planned',
    values: [
      { value: 'yes', about: 'seen twice, in a library of the DP itself' },
      { value: 'no', about: 'only reported, in flight, damaged or seen once' },
    ],
  },
];

/** All mismatches of the reports as rows, in no order. @param version of ConfigMgr, as v_Site tells it */
export const mismatchRows = (
  reports: Iterable<LibraryReport>,
  version: string | undefined,
): readonly MismatchRow[] =>
  Array.from(reports, ({ mismatches, onlyReported }) =>
    mismatches.map((one): MismatchRow => ({
      ...one,
      id: JSON.stringify([one.dp, one.packageId || one.findings[0]?.path]),
      onlyReported,
      advice: mismatchAdvice(one, { onlyReported, version }),
    })),
  ).flat();

/** The rows that the filter takes, in order. Throws FilterError. */
export const shownMismatches = (
  rows: readonly MismatchRow[],
  { filter, sort }: MismatchView,
): readonly MismatchRow[] => {
  const fits = compileFilter(parseFilter(filter, mismatchFields), mismatchFields);
  const direction = sort.descending ? -1 : 1;
  return rows
    .filter((row) => fits(recordOf(row)))
    .toSorted((a, b) => direction * compare(a, b, sort.column) || byPlace(a, b));
};

export const countKinds = (rows: readonly Mismatch[]): Readonly<Partial<Record<MismatchKind, number>>> => {
  const counts: Partial<Record<MismatchKind, number>> = {};
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** A repair of it may be planned. */
export const mayBeRepaired = ({
  kind,
  seenTwice,
  onlyReported,
}: Pick<MismatchRow, 'kind' | 'seenTwice' | 'onlyReported'>): boolean =>
  seenTwice && onlyReported === undefined && kind !== 'damaged' && kind !== 'unknown' && kind !== 'inFlight';

const recordOf = (row: MismatchRow): FilterRecord => ({
  texts: (field) => {
    switch (field) {
      case 'kind':
        return [row.kind];
      case 'dp':
        return [row.dpName];
      case 'package':
        return [row.packageName, row.packageId];
      case 'finding':
        return row.findings.flatMap(({ path, detail }) => [path, detail]);
      case 'targeted':
        return [targetedWord(row.targeted)];
      case 'repair':
        return [mayBeRepaired(row) ? 'yes' : 'no'];
      default:
        return [];
    }
  },
  size: () => undefined,
});

const targetedWord = (targeted: boolean | undefined): string => {
  if (targeted === undefined) return 'unknown';
  return targeted ? 'yes' : 'no';
};

const { compare: compareNames } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const compare = (a: MismatchRow, b: MismatchRow, column: MismatchColumn): number => {
  switch (column) {
    case 'kind':
      return mismatchKinds.indexOf(a.kind) - mismatchKinds.indexOf(b.kind);
    case 'package':
      return compareNames(a.packageName, b.packageName);
    case 'packageId':
      return compareNames(a.packageId, b.packageId);
    case 'dp':
      return compareNames(a.dpName, b.dpName);
    case 'targeted':
      return compareNames(targetedWord(a.targeted), targetedWord(b.targeted));
  }
};

const byPlace = (a: MismatchRow, b: MismatchRow): number =>
  compareNames(a.dpName, b.dpName) || compareNames(a.packageId, b.packageId) || compareNames(a.id, b.id);
