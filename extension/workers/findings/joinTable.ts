import type { DpKey } from '../../core/content/nalPath';
import { packageTypeName } from '../../core/content/packageType';
import type { SiteInventory } from '../../core/content/siteInventory';
import { groupCells } from '../../core/reconcile/groupCells';
import { installedValue, installedValues } from '../../core/reconcile/installed';
import { verdicts, type Verdict } from '../../core/reconcile/verdict';
import { encodeColumn, type CodedColumn } from './codedColumn';
import { emptyTable, type FindingTable, type Graded, type TableDp, type TablePackage } from './findingTable';
import { JoinedRows } from './joinedRows';
import { sortByRank } from './rank';
import { sortedPlaces } from './sortKey';
import { tableImpact } from './tableImpact';

/** Rows of a table that stay as they are, and findings that come to them. */
export interface TableParts {
  readonly table: FindingTable;
  readonly kept: Uint32Array;
  readonly added: readonly Graded[];
  /** The groups that ask for pairs, and their names, are as they were when the table was made. */
  readonly sameGroups: boolean;
}

export const makeTable = (
  inventory: SiteInventory,
  graded: readonly Graded[],
  suspects: ReadonlySet<string> = new Set(),
): FindingTable =>
  joinTable(
    inventory,
    { table: emptyTable, kept: new Uint32Array(), added: graded, sameGroups: true },
    suspects,
  );

/** A table of these parts: of rows that stay only numbers are moved. */
export const joinTable = (
  inventory: SiteInventory,
  { table, kept, added, sameGroups }: TableParts,
  suspects: ReadonlySet<string> = new Set(),
): FindingTable => {
  const packages = sortedPackages(inventory, [
    ...usedOf(table.packages, table.packageOf, kept).map(({ packageId }) => packageId),
    ...added.map(({ finding }) => finding.packageId),
  ]);
  const dps = sortedDps(inventory, [
    ...usedOf(table.dps, table.dpOf, kept).map(({ key }) => key),
    ...added.map(({ finding }) => finding.dp),
  ]);
  const packageCodes = codesOf(packages.map(({ packageId }) => packageId));
  const dpCodes = codesOf(dps.map(({ key }) => key));
  const newPackages = table.packages.map(({ packageId }) => packageCodes.get(packageId) ?? 0);
  const newDps = table.dps.map(({ key }) => dpCodes.get(key) ?? 0);
  const places = new JoinedRows(kept, added);
  const packageAt = places.fill(
    table.packageOf,
    (row) => newPackages[table.packageOf[row] ?? 0] ?? 0,
    ({ finding }) => packageCodes.get(finding.packageId) ?? 0,
  );
  const dpAt = places.fill(
    table.dpOf,
    (row) => newDps[table.dpOf[row] ?? 0] ?? 0,
    ({ finding }) => dpCodes.get(finding.dp) ?? 0,
  );
  const rows = places.inOrder(sortRows(sortRows(places.order, dpAt, dps.length), packageAt, packages.length));
  const packageOf = rows.order.map((place) => packageAt[place] ?? 0);
  const dpOf = rows.order.map((place) => dpAt[place] ?? 0);
  const namesOf = groupNamesOf(inventory);
  return {
    length: rows.order.length,
    packages,
    dps,
    packageOf,
    dpOf,
    packageStarts: startsOf(packageOf, packages.length),
    groups: rows.coded(
      sameGroups ? table.groups : regrouped(table, namesOf),
      ({ finding }) => namesOf(finding.packageId, finding.dp),
      (names) => names.join('\n'),
    ),
    reasons: rows.coded(
      table.reasons,
      ({ finding }) => finding.reason,
      (reason) => reason,
    ),
    targets: rows.coded(
      table.targets,
      ({ finding: { nalPath, siteCode } }) => ({ nalPath, siteCode }),
      ({ nalPath, siteCode }) => `${siteCode}\n${nalPath}`,
    ),
    verdictOf: rows.column(table.verdictOf, ({ finding }) => verdictCodes.get(finding.verdict) ?? 0),
    installed: rows.column(table.installed, ({ finding }) =>
      installedValues.indexOf(installedValue(finding.installed)),
    ),
    disagrees: rows.column(table.disagrees, ({ finding }) => Number(finding.disagrees)),
    since: rows.column(table.since, ({ finding }) => finding.since ?? NaN),
    lastResult: rows.column(table.lastResult, ({ finding }) => finding.lastResult ?? NaN),
    markOf: new Uint8Array(rows.order.length),
    until: rows.column(table.until, ({ until }) => until),
    targetRows: rows.column(table.targetRows, ({ targetRows }) => targetRows.all),
    ownTargetRows: rows.column(table.ownTargetRows, ({ targetRows }) => targetRows.own),
    facts: rows.items(table.facts, ({ facts }) => facts),
    suspects,
    readAt: inventory.readAt,
    impact: tableImpact(inventory, packages, dps),
  };
};

const verdictCodes: ReadonlyMap<Verdict, number> = new Map(verdicts.map((verdict, code) => [verdict, code]));

type NamesOf = (packageId: string, dp: DpKey) => readonly string[];

const groupNamesOf = (inventory: SiteInventory): NamesOf => {
  const names = new Map(inventory.groups.map(({ groupId, name }) => [groupId, name]));
  const cells = groupCells(inventory);
  return (packageId, dp) => cells.groupsOf(packageId, dp).map((groupId) => names.get(groupId) ?? groupId);
};

/** The groups of all rows of a table as they are now. */
const regrouped = (table: FindingTable, namesOf: NamesOf): CodedColumn<readonly string[]> =>
  encodeColumn(
    Array.from(table.packageOf, (code, row) => {
      const { packageId = '' } = table.packages[code] ?? {};
      const dp = table.dps[table.dpOf[row] ?? 0];
      return dp === undefined ? [] : namesOf(packageId, dp.key);
    }),
    (names) => names.join('\n'),
  );

/** Of the values that a column has codes of, those that some rows have. */
const usedOf = <T>(values: readonly T[], codes: Uint32Array, rows: Uint32Array): readonly T[] => {
  const used = new Uint8Array(values.length);
  for (const row of rows) used[codes[row] ?? 0] = 1;
  return values.filter((_, code) => used[code] === 1);
};

const sortedPackages = (inventory: SiteInventory, ids: readonly string[]): readonly TablePackage[] => {
  const known = new Map(inventory.packages.map((one) => [one.packageId, one]));
  const packages = [...new Set(ids)].sort().map((packageId): TablePackage => {
    const found = known.get(packageId);
    return found === undefined
      ? { packageId, name: packageId, type: '', bytes: undefined }
      : { packageId, name: found.name, type: packageTypeName(found.type), bytes: found.bytes };
  });
  return sortedPlaces(packages.map(({ name }) => name)).flatMap((place) => packages[place] ?? []);
};

const sortedDps = (inventory: SiteInventory, keys: readonly DpKey[]): readonly TableDp[] => {
  const names = new Map(inventory.distributionPoints.map(({ key, serverName }) => [key, serverName]));
  const dps = [...new Set(keys)]
    .sort()
    .map((key): TableDp => ({ key, name: names.get(key) ?? key.replace(/\|[^|]*$/, '') }));
  return sortedPlaces(dps.map(({ name }) => name)).flatMap((place) => dps[place] ?? []);
};

const codesOf = (keys: readonly string[]): ReadonlyMap<string, number> =>
  new Map(keys.map((key, code) => [key, code]));

const sortRows = (rows: Uint32Array, codes: Uint32Array, known: number): Uint32Array =>
  sortByRank(rows, { codes, ranks: Uint32Array.from({ length: known }, (_, code) => code), known }, false);

const startsOf = (packageOf: Uint32Array, packages: number): Uint32Array => {
  const starts = new Uint32Array(packages + 1);
  for (const code of packageOf) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let code = 1; code <= packages; code++) starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0);
  return starts;
};
