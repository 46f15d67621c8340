import type { Filter } from '../../../core/filter/filter';
import { cellCode, shownBit } from '../../../core/matrix/cell';
import { verdicts } from '../../../core/reconcile/verdict';
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
  const groupsOf = groupColumns(grid);
  for (let first = 0; first < grid.packages.length; first += packagesAtOnce) {
    const rest = restTable(grid, first, groupsOf);
    const matched = matchRows(rest.table, filter);
    for (const [row, place] of rest.places.entries()) if (matched[row] === 1) set(cells, place, true);
  }
  // Some validated pairs have a finding of their own, which knows better.
  const matched = matchRows(table, filter);
  for (let row = 0; row < table.length; row++) set(cells, placeOfRow(grid, table, row), matched[row] === 1);
  return cells;
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
  const places: number[] = [];
  for (let place = first * dps.length; place < (first + some.length) * dps.length; place++)
    if (cells[place] === validated || cells[place] === open) places.push(place);
  const packageOf = Uint32Array.from(places, (place) => Math.floor(place / dps.length));
  const dpOf = Uint32Array.from(places, (place) => place % dps.length);
  const table = {
    ...emptyTable,
    length: places.length,
    packages: some,
    dps,
    packageOf: packageOf.map((place) => place - first),
    dpOf,
    groups: groupsOf(packageOf, dpOf),
    verdictOf: new Uint8Array(places.length).fill(verdicts.indexOf('validated')),
  };
  return { table, places: Uint32Array.from(places) };
};
