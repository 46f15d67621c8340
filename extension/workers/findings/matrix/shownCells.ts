import type { Filter } from '../../../core/filter/filter';
import { findingFields, repairTexts, stateTexts } from '../../../core/filter/findingFields';
import { cellCode, shownBit } from '../../../core/matrix/cell';
import { verdicts } from '../../../core/reconcile/verdict';
import { compileMayMatch } from '../../../core/siteTree/mayMatch';
import { emptyTable, type FindingTable } from '../findingTable';
import { matchRows } from '../selectRows';
import { groupColumns } from './groupColumns';
import { placeOfRow, type SiteGrid } from './siteGrid';

/** Packages whose cells without a finding are matched at a time: a table of five million would fill the memory. */
const packagesAtOnce = 200;

const open = cellCode('open');
const validated = cellCode('validated');

/** The cells of the grid, with `shownBit` in those that the filter shows. */
export const shownCells = (grid: SiteGrid, table: FindingTable, filter: Filter): Uint8Array => {
  if (filter.kind === 'everything') return grid.cells.map((code) => (code === 0 ? 0 : code | shownBit));
  const cells = grid.cells.slice();
  if (mayShowRest(grid, filter)) showRest(grid, filter, cells);
  // Some validated pairs have a finding of their own, which knows better.
  const matched = matchRows(table, filter);
  for (let row = 0; row < table.length; row++) set(cells, placeOfRow(grid, table, row), matched[row] === 1);
  return cells;
};

/** Whether any cell without a finding may be shown: most filters ask for what is not in order. */
const mayShowRest = ({ packages, dps, groups }: SiteGrid, filter: Filter): boolean => {
  const known: Readonly<Partial<Record<string, readonly string[]>>> = {
    state: stateTexts('validated'),
    repair: repairTexts('validated'),
  };
  const possible: typeof known = {
    dp: dps.map(({ name }) => name),
    group: groups.map(({ name }) => name),
    package: packages.flatMap(({ name, packageId }) => [name, packageId]),
  };
  return compileMayMatch(
    filter,
    findingFields,
  )({
    texts: (field) => known[field],
    possibleTexts: (field) => possible[field] ?? [],
    size: () => 'untold',
  });
};

const showRest = (grid: SiteGrid, filter: Filter, cells: Uint8Array): void => {
  const groupsOf = groupColumns(grid);
  for (let first = 0; first < grid.packages.length; first += packagesAtOnce) {
    const { table, places } = restTable(grid, first, groupsOf);
    const matched = matchRows(table, filter);
    for (let row = 0; row < places.length; row++) if (matched[row] === 1) set(cells, places[row] ?? 0, true);
  }
};

const set = (cells: Uint8Array, place: number, shown: boolean): void => {
  const code = (cells[place] ?? 0) & (shownBit - 1);
  cells[place] = shown ? code | shownBit : code;
};

/** Cells without a finding as a table of validated ones, so that the filter reads them as it reads findings. */
const restTable = (
  { cells, packages, dps }: SiteGrid,
  first: number,
  groupsOf: ReturnType<typeof groupColumns>,
): { readonly table: FindingTable; readonly places: Uint32Array } => {
  const some = packages.slice(first, first + packagesAtOnce);
  const end = (first + some.length) * dps.length;
  const found = new Uint32Array(some.length * dps.length);
  let length = 0;
  for (let place = first * dps.length; place < end; place++)
    if (cells[place] === validated || cells[place] === open) found[length++] = place;
  const places = found.subarray(0, length);
  const packageOf = places.map((place) => Math.floor(place / dps.length));
  const dpOf = places.map((place) => place % dps.length);
  const table = {
    ...emptyTable,
    length,
    packages: some,
    dps,
    packageOf: packageOf.map((place) => place - first),
    dpOf,
    groups: groupsOf(packageOf, dpOf),
    verdictOf: new Uint8Array(length).fill(verdicts.indexOf('validated')),
  };
  return { table, places };
};
