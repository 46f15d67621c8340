import type { DpKey } from '../content/nalPath';
import type { SiteInventory } from '../content/siteInventory';
import type { Finding } from './finding';
import { groupCells } from './groupCells';
import type { Discarded } from './siteFacts';
import { addToTally, emptyTally, type Tally } from './tally';
import type { Verdict } from './verdict';

export interface Tallies {
  readonly site: Tally;
  readonly byVerdict: Readonly<Partial<Record<Verdict, number>>>;
  readonly byDp: ReadonlyMap<DpKey, Tally>;
  readonly byPackage: ReadonlyMap<string, Tally>;
  /** Of the group's packages on the group's members. */
  readonly byGroup: ReadonlyMap<string, Tally>;
}

/** What a tally needs of a finding. */
export type Counted = Pick<Finding, 'packageId' | 'dp' | 'verdict'>;

/**
 * Counts all findings of a site, and the plainly validated pairs that have none.
 *
 * @param discarded of the last unscoped read; a store that replaces findings by scope lowers it for the pairs
 *   that it has come to keep
 */
export const tallies = (
  inventory: SiteInventory,
  discarded: Discarded,
  findings: Iterable<Counted>,
): Tallies => {
  const byVerdict = new Map<Verdict, number>();
  const byDp = new Map<DpKey, Tally>(inventory.distributionPoints.map(({ key }) => [key, emptyTally]));
  const byPackage = new Map<string, Tally>(
    inventory.packages.map(({ packageId }) => [packageId, emptyTally]),
  );
  const byGroup = new Map<string, Tally>(inventory.groups.map(({ groupId }) => [groupId, emptyTally]));
  const cells = groupCells(inventory);

  for (const { packageId, dp, verdict } of findings) {
    count(byVerdict, verdict, 1);
    tally(byDp, dp, verdict);
    tally(byPackage, packageId, verdict);
    for (const groupId of cells.groupsOf(packageId, dp)) tally(byGroup, groupId, verdict);
  }
  for (const [dp, number] of discarded.byDp) {
    count(byVerdict, 'validated', number);
    tally(byDp, dp, 'validated', number);
  }
  for (const [packageId, number] of discarded.byPackage) tally(byPackage, packageId, 'validated', number);
  // Every cell of a group is an expected pair: one without a finding was discarded.
  for (const { groupId } of inventory.groups) {
    const rest = cells.sizeOf(groupId) - (byGroup.get(groupId)?.expected ?? 0);
    if (rest > 0) tally(byGroup, groupId, 'validated', rest);
  }
  return { site: sum(byVerdict), byVerdict: Object.fromEntries(byVerdict), byDp, byPackage, byGroup };
};

const count = (of: Map<Verdict, number>, verdict: Verdict, number: number): void => {
  if (number > 0) of.set(verdict, (of.get(verdict) ?? 0) + number);
};

const tally = <K>(of: Map<K, Tally>, key: K, verdict: Verdict, number = 1): void => {
  of.set(key, addToTally(of.get(key) ?? emptyTally, verdict, number));
};

const sum = (byVerdict: ReadonlyMap<Verdict, number>): Tally => {
  let total = emptyTally;
  for (const [verdict, number] of byVerdict) total = addToTally(total, verdict, number);
  return total;
};
