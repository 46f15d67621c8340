import type { DpKey } from '../../core/content/nalPath';
import { packageTypeName } from '../../core/content/packageType';
import type { SiteInventory } from '../../core/content/siteInventory';
import type { Finding } from '../../core/reconcile/finding';
import { installedValue, installedValues } from '../../core/reconcile/installed';
import type { TimedFinding } from '../../core/reconcile/grade';
import { groupCells } from '../../core/reconcile/groupCells';
import type { TargetRows } from '../../core/reconcile/targetCounts';
import { verdicts, type Verdict } from '../../core/reconcile/verdict';
import { encodeColumn, type CodedColumn } from './codedColumn';
import type { FactPlace } from './factArchive';
import { sortByRank } from './rank';
import { sortedPlaces } from './sortKey';
import { tableImpact, type TableImpact } from './tableImpact';

export interface TablePackage {
  readonly packageId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number | undefined;
}

export interface TableDp {
  readonly key: DpKey;
  readonly name: string;
}

type Target = Pick<Finding, 'nalPath' | 'siteCode'>;

/**
 * Findings as columns, never changed once made. Rows are sorted by package name, then DP name; packages and
 * DPs by name, so that their codes are their ranks.
 */
export interface FindingTable {
  readonly length: number;
  readonly packages: readonly TablePackage[];
  readonly dps: readonly TableDp[];
  readonly packageOf: Uint32Array;
  readonly dpOf: Uint32Array;
  /** First row of each package, and the row count. */
  readonly packageStarts: Uint32Array;
  /** Names of the groups that ask for the pair. */
  readonly groups: CodedColumn<readonly string[]>;
  readonly reasons: CodedColumn<string>;
  readonly targets: CodedColumn<Target>;
  /** Places in `verdicts`. */
  readonly verdictOf: Uint8Array;
  /** Places in `installedValues`. */
  readonly installed: Uint8Array;
  /** 1: sources disagree about the pair. */
  readonly disagrees: Uint8Array;
  /** UTC epoch milliseconds; NaN is unknown. */
  readonly since: Float64Array;
  readonly lastResult: Float64Array;
  /** Codes of marks, see markRows. */
  readonly markOf: Uint8Array;
  /** Last moment at which a row's facts give its finding, UTC epoch milliseconds. */
  readonly until: Float64Array;
  /** Rows of v_DistributionPoint that a row stands for, and how many of them are of the DP's own path and site. */
  readonly targetRows: Uint16Array;
  readonly ownTargetRows: Uint16Array;
  readonly facts: readonly FactPlace[];
  /** Keys of DPs whose last cycle looks wrong as a whole. */
  readonly suspects: ReadonlySet<string>;
  /** The site's time of the read, from which ages count: UTC epoch milliseconds. */
  readonly readAt: number;
  readonly impact: TableImpact;
}

/** A finding, and where the facts it rests on are kept. */
export interface Graded extends TimedFinding {
  readonly facts: FactPlace;
  readonly targetRows: TargetRows;
}

export const emptyTable: FindingTable = {
  length: 0,
  packages: [],
  dps: [],
  packageOf: new Uint32Array(),
  dpOf: new Uint32Array(),
  packageStarts: new Uint32Array(1),
  groups: { values: [], codes: new Uint32Array() },
  reasons: { values: [], codes: new Uint32Array() },
  targets: { values: [], codes: new Uint32Array() },
  verdictOf: new Uint8Array(),
  installed: new Uint8Array(),
  disagrees: new Uint8Array(),
  since: new Float64Array(),
  lastResult: new Float64Array(),
  markOf: new Uint8Array(),
  until: new Float64Array(),
  targetRows: new Uint16Array(),
  ownTargetRows: new Uint16Array(),
  facts: [],
  suspects: new Set(),
  readAt: 0,
  impact: { packages: [], dps: [] },
};

export const makeTable = (
  inventory: SiteInventory,
  graded: readonly Graded[],
  suspects: ReadonlySet<string> = new Set(),
): FindingTable => {
  const packages = sortedPackages(inventory, graded);
  const dps = sortedDps(inventory, graded);
  const packageCodes = codesOf(packages.map(({ packageId }) => packageId));
  const dpCodes = codesOf(dps.map(({ key }) => key));
  const order = sortRows(
    sortRows(
      Uint32Array.from(graded.keys()),
      graded.map(({ finding }) => dpCodes.get(finding.dp) ?? 0),
      dps.length,
    ),
    graded.map(({ finding }) => packageCodes.get(finding.packageId) ?? 0),
    packages.length,
  );
  const rows = Array.from(order, (place) => graded[place]).filter((row) => row !== undefined);
  const findings = rows.map(({ finding }) => finding);
  const packageOf = Uint32Array.from(findings, ({ packageId }) => packageCodes.get(packageId) ?? 0);
  const groupNames = new Map(inventory.groups.map(({ groupId, name }) => [groupId, name]));
  const cells = groupCells(inventory);
  return {
    length: rows.length,
    packages,
    dps,
    packageOf,
    dpOf: Uint32Array.from(findings, ({ dp }) => dpCodes.get(dp) ?? 0),
    packageStarts: startsOf(packageOf, packages.length),
    groups: encodeColumn(
      findings.map(({ packageId, dp }) =>
        cells.groupsOf(packageId, dp).map((groupId) => groupNames.get(groupId) ?? groupId),
      ),
      (names) => names.join('\n'),
    ),
    reasons: encodeColumn(
      findings.map(({ reason }) => reason),
      (reason) => reason,
    ),
    targets: encodeColumn(
      findings.map(({ nalPath, siteCode }) => ({ nalPath, siteCode })),
      ({ nalPath, siteCode }) => `${siteCode}\n${nalPath}`,
    ),
    verdictOf: Uint8Array.from(findings, ({ verdict }) => verdicts.indexOf(verdict)),
    installed: Uint8Array.from(findings, ({ installed }) =>
      installedValues.indexOf(installedValue(installed)),
    ),
    disagrees: Uint8Array.from(findings, ({ disagrees }) => Number(disagrees)),
    since: Float64Array.from(findings, ({ since }) => since ?? NaN),
    lastResult: Float64Array.from(findings, ({ lastResult }) => lastResult ?? NaN),
    markOf: new Uint8Array(rows.length),
    until: Float64Array.from(rows, ({ until }) => until),
    targetRows: Uint16Array.from(rows, ({ targetRows }) => targetRows.all),
    ownTargetRows: Uint16Array.from(rows, ({ targetRows }) => targetRows.own),
    facts: rows.map(({ facts }) => facts),
    suspects,
    readAt: inventory.readAt,
    impact: tableImpact(inventory, packages, dps),
  };
};

const sortedPackages = (inventory: SiteInventory, graded: readonly Graded[]): readonly TablePackage[] => {
  const known = new Map(inventory.packages.map((one) => [one.packageId, one]));
  const ids = [...new Set(graded.map(({ finding }) => finding.packageId))].sort();
  const packages = ids.map((packageId): TablePackage => {
    const found = known.get(packageId);
    return found === undefined
      ? { packageId, name: packageId, type: '', bytes: undefined }
      : { packageId, name: found.name, type: packageTypeName(found.type), bytes: found.bytes };
  });
  return sortedPlaces(packages.map(({ name }) => name)).flatMap((place) => packages[place] ?? []);
};

const sortedDps = (inventory: SiteInventory, graded: readonly Graded[]): readonly TableDp[] => {
  const names = new Map(inventory.distributionPoints.map(({ key, serverName }) => [key, serverName]));
  const keys = [...new Set(graded.map(({ finding }) => finding.dp))].sort();
  const dps = keys.map((key): TableDp => ({ key, name: names.get(key) ?? key.replace(/\|[^|]*$/, '') }));
  return sortedPlaces(dps.map(({ name }) => name)).flatMap((place) => dps[place] ?? []);
};

const codesOf = (keys: readonly string[]): ReadonlyMap<string, number> =>
  new Map(keys.map((key, code) => [key, code]));

const sortRows = (rows: Uint32Array, codes: readonly number[], known: number): Uint32Array =>
  sortByRank(rows, { codes, ranks: Uint32Array.from({ length: known }, (_, code) => code), known }, false);

const startsOf = (packageOf: Uint32Array, packages: number): Uint32Array => {
  const starts = new Uint32Array(packages + 1);
  for (const code of packageOf) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let code = 1; code <= packages; code++) starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0);
  return starts;
};

export const verdictAt = (table: FindingTable, row: number): Verdict =>
  verdicts[table.verdictOf[row] ?? 0] ?? 'unread';
