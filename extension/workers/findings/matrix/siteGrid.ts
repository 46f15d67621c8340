import { packageTypeName } from '../../../core/content/packageType';
import type { SiteInventory } from '../../../core/content/siteInventory';
import { cellCode } from '../../../core/matrix/cell';
import { verdicts } from '../../../core/reconcile/verdict';
import type { FindingTable, TableDp, TablePackage } from '../findingTable';
import { sortedPlaces } from '../sortKey';

/** A group's cells: each of its packages on each of its members. */
export interface GridGroup {
  readonly name: string;
  readonly packages: readonly number[];
  readonly dps: readonly number[];
}

/** All packages and DPs of a site, by name, and a byte for each package on each DP: its code (core/matrix/cell). */
export interface SiteGrid {
  readonly packages: readonly TablePackage[];
  readonly dps: readonly TableDp[];
  /** By name. */
  readonly groups: readonly GridGroup[];
  /** Package after package; the cell of package p on DP d is at `p * dps.length + d`. */
  readonly cells: Uint8Array;
  /** Places of the table's packages and DPs in this grid. */
  readonly packageAt: Uint32Array;
  readonly dpAt: Uint32Array;
}

/** The grid with the cells of all findings; those of pairs without one are `none`. */
export const siteGrid = (inventory: SiteInventory, table: FindingTable): SiteGrid => {
  const packages = allPackages(inventory, table);
  const dps = allDps(inventory, table);
  const packagePlaces = placesOf(packages.map(({ packageId }) => packageId));
  const dpPlaces = placesOf(dps.map(({ key }) => key));
  const packageAt = Uint32Array.from(table.packages, ({ packageId }) => packagePlaces.get(packageId) ?? 0);
  const dpAt = Uint32Array.from(table.dps, ({ key }) => dpPlaces.get(key) ?? 0);
  const groups = byName(
    inventory.groups.map(({ name, members, packageIds }) => ({
      name,
      packages: knownPlaces(packagePlaces, packageIds),
      dps: knownPlaces(dpPlaces, members),
    })),
  );
  const cells = new Uint8Array(packages.length * dps.length);
  const codes = Uint8Array.from(verdicts, cellCode);
  const grid = { packages, dps, groups, cells, packageAt, dpAt };
  for (let row = 0; row < table.length; row++)
    cells[placeOfRow(grid, table, row)] = codes[table.verdictOf[row] ?? 0] ?? 0;
  return grid;
};

/** Where the cell of a row of the table is. */
export const placeOfRow = (
  { packageAt, dpAt, dps }: Pick<SiteGrid, 'packageAt' | 'dpAt' | 'dps'>,
  table: FindingTable,
  row: number,
): number => (packageAt[table.packageOf[row] ?? 0] ?? 0) * dps.length + (dpAt[table.dpOf[row] ?? 0] ?? 0);

const allPackages = (inventory: SiteInventory, table: FindingTable): readonly TablePackage[] => {
  const known = new Set(inventory.packages.map(({ packageId }) => packageId));
  return byName([
    ...inventory.packages.map(({ packageId, name, type, bytes }) => ({
      packageId,
      name,
      type: packageTypeName(type),
      bytes,
    })),
    ...table.packages.filter(({ packageId }) => !known.has(packageId)),
  ]);
};

const allDps = (inventory: SiteInventory, table: FindingTable): readonly TableDp[] => {
  const known = new Set(inventory.distributionPoints.map(({ key }) => key));
  return byName([
    ...inventory.distributionPoints.map(({ key, serverName }) => ({ key, name: serverName })),
    ...table.dps.filter(({ key }) => !known.has(key)),
  ]);
};

const byName = <T extends { readonly name: string }>(items: readonly T[]): readonly T[] =>
  sortedPlaces(items.map(({ name }) => name)).flatMap((place) => items[place] ?? []);

const placesOf = (keys: readonly string[]): ReadonlyMap<string, number> =>
  new Map(keys.map((key, place) => [key, place]));

const knownPlaces = (places: ReadonlyMap<string, number>, keys: readonly string[]): readonly number[] =>
  [...new Set(keys)].flatMap((key) => places.get(key) ?? []);
