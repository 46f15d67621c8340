import { pairReason, type PairImpact } from '../../core/impact/siteImpact';
import type { DpKey } from '../../core/content/nalPath';
import type { Finding } from '../../core/reconcile/finding';
import type { FindingRow } from '../../core/reconcile/findingRow';
import { pairId, type PairId } from '../../core/reconcile/pairId';
import type { FindingsScope } from '../../ports/findings';
import { marksAt } from './markRows';
import { verdictAt, type FindingTable, type TableDp, type TablePackage } from './findingTable';

/** Flags of DPs, by key: their last cycle looks wrong as a whole. */
export type SuspectDps = ReadonlySet<string>;

export const findingAt = (table: FindingTable, row: number, suspects: SuspectDps): Finding => {
  const { packageId } = packageAt(table, row);
  const { key } = dpAt(table, row);
  const target = table.targets.values[table.targets.codes[row] ?? 0];
  return {
    packageId,
    dp: key,
    nalPath: target?.nalPath ?? '',
    siteCode: target?.siteCode ?? '',
    verdict: verdictAt(table, row),
    reason: table.reasons.values[table.reasons.codes[row] ?? 0] ?? '',
    since: timeAt(table.since, row),
    lastResult: timeAt(table.lastResult, row),
    installed: installedAt[table.installed[row] ?? -1],
    disagrees: table.disagrees[row] === 1,
    suspectCycle: suspects.has(key),
    ...marked(table, row),
  };
};

export const rowAt = (table: FindingTable, row: number, suspects: SuspectDps): FindingRow => {
  const { packageId, name, type, bytes } = packageAt(table, row);
  const { verdict, reason, dp, since, lastResult, installed, disagrees, suspectCycle } = findingAt(
    table,
    row,
    suspects,
  );
  return {
    id: pairId(packageId, dp),
    packageId,
    packageName: name,
    packageType: type,
    dp,
    dpName: dpAt(table, row).name,
    groups: table.groups.values[table.groups.codes[row] ?? 0] ?? [],
    verdict,
    reason,
    bytes,
    since,
    lastResult,
    installed,
    disagrees,
    suspectCycle,
    ...impactAt(table, row),
    ...marked(table, row),
  };
};

const impactAt = (table: FindingTable, row: number): Pick<FindingRow, 'impact' | 'impactReason'> => {
  const content = table.impact.packages[table.packageOf[row] ?? 0];
  const lean = table.impact.dps[table.dpOf[row] ?? 0];
  if (content === undefined || lean === undefined) throw new RangeError(`Row ${row} has no impact.`);
  const impact: PairImpact = { content, lean };
  return { impact: content.level, impactReason: pairReason(impact) };
};

/** Without marks there is no such field. */
const marked = (table: FindingTable, row: number): Pick<Finding, 'marks'> => {
  const marks = marksAt(table, row);
  return marks === undefined ? {} : { marks };
};

export const packageAt = (table: FindingTable, row: number): TablePackage => {
  const found = table.packages[table.packageOf[row] ?? 0];
  if (found === undefined) throw new RangeError(`Row ${row} of ${table.length} was asked for.`);
  return found;
};

export const dpAt = (table: FindingTable, row: number): TableDp => {
  const found = table.dps[table.dpOf[row] ?? 0];
  if (found === undefined) throw new RangeError(`Row ${row} of ${table.length} was asked for.`);
  return found;
};

/** By place in `installedValues`. */
const installedAt: readonly (boolean | undefined)[] = [true, false, undefined];

const timeAt = (times: Float64Array, row: number): number | undefined => {
  const time = times[row] ?? NaN;
  return Number.isNaN(time) ? undefined : time;
};

/** The rows of a DP, of a package or of one pair; of the site when the scope is empty. */
export const rowsOf = (table: FindingTable, { packageId, dp }: FindingsScope): readonly number[] => {
  const ofPackage =
    packageId === undefined ? undefined : table.packages.findIndex((one) => one.packageId === packageId);
  if (ofPackage === -1) return [];
  const first = ofPackage === undefined ? 0 : (table.packageStarts[ofPackage] ?? 0);
  const end = ofPackage === undefined ? table.length : (table.packageStarts[ofPackage + 1] ?? 0);
  const rows: number[] = [];
  for (let row = first; row < end; row++)
    if (dp === undefined || table.dps[table.dpOf[row] ?? 0]?.key === dp) rows.push(row);
  return rows;
};

/** Finds the rows of pairs; undefined for one that is not there (any more). */
export const rowFinder = (table: FindingTable): ((packageId: string, dp: string) => number | undefined) => {
  const packageCodes = new Map(table.packages.map(({ packageId }, code) => [packageId, code]));
  const dpCodes = new Map<string, number>(table.dps.map(({ key }, code) => [key, code]));
  return (packageId, dp) => {
    const packageCode = packageCodes.get(packageId);
    const dpCode = dpCodes.get(dp);
    if (packageCode === undefined || dpCode === undefined) return undefined;
    const first = table.packageStarts[packageCode] ?? 0;
    const end = table.packageStarts[packageCode + 1] ?? 0;
    const place = table.dpOf.subarray(first, end).indexOf(dpCode);
    return place < 0 ? undefined : first + place;
  };
};

/** The rows of pairs by their IDs; those that are not there (any more) are left out. */
export const rowsOfPairs = (table: FindingTable, pairs: readonly PairId[]): readonly number[] => {
  const find = rowFinder(table);
  return pairs
    .map((pair) => pair.split('@', 2))
    .map(([packageId = '', dp = '']) => find(packageId, dp))
    .filter((row) => row !== undefined);
};

/** Tells whether a row's package and DP are both of a region. */
export const regionTest = (
  table: FindingTable,
  { packageIds, dps }: { readonly packageIds: readonly string[]; readonly dps: readonly DpKey[] },
): ((row: number) => boolean) => {
  const ids = new Set(packageIds);
  const keys = new Set(dps);
  const ofPackage = table.packages.map(({ packageId }) => ids.has(packageId));
  const ofDp = table.dps.map(({ key }) => keys.has(key));
  return (row) => ofPackage[table.packageOf[row] ?? 0] === true && ofDp[table.dpOf[row] ?? 0] === true;
};
