import type { DpKey } from '../content/nalPath';
import type { SiteInventory } from '../content/siteInventory';
import type { Finding } from './finding';
import { groupCells } from './groupCells';
import type { Discarded } from './siteFacts';
import { addToTally, countedAs, emptyTally, tallyClass, type Tally, type TallyClass } from './tally';
import type { Verdict } from './verdict';

export interface Tallies {
  readonly site: Tally;
  readonly byVerdict: Readonly<Partial<Record<Verdict, number>>>;
  readonly byDp: ReadonlyMap<DpKey, Tally>;
  readonly byPackage: ReadonlyMap<string, Tally>;
  /** Of the group's packages on the group's members. */
  readonly byGroup: ReadonlyMap<string, Tally>;
}

/** While it is counted: a new object for each finding would take longer than the rest. */
type Counting = { -readonly [K in keyof Tally]: Tally[K] };

const none = (): Counting => ({ ...emptyTally });

/** What a tally needs of a finding. */
export type Counted = Pick<Finding, 'packageId' | 'dp' | 'verdict' | 'marks'>;

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
  const byDp = new Map<DpKey, Counting>(inventory.distributionPoints.map(({ key }) => [key, none()]));
  const byPackage = new Map<string, Counting>(inventory.packages.map(({ packageId }) => [packageId, none()]));
  const byGroup = new Map<string, Counting>(inventory.groups.map(({ groupId }) => [groupId, none()]));
  const cells = groupCells(inventory);

  let setAside = emptyTally;
  for (const finding of findings) {
    const { packageId, dp, verdict } = finding;
    const of = countedAs(finding);
    if (of === 'acknowledged') setAside = addToTally(setAside, verdict);
    count(byVerdict, verdict, 1);
    tally(byDp, dp, verdict, 1, of);
    tally(byPackage, packageId, verdict, 1, of);
    for (const groupId of cells.groupsOf(packageId, dp)) tally(byGroup, groupId, verdict, 1, of);
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
  return {
    site: without(sum(byVerdict), setAside),
    byVerdict: Object.fromEntries(byVerdict),
    byDp,
    byPackage,
    byGroup,
  };
};

const count = (of: Map<Verdict, number>, verdict: Verdict, number: number): void => {
  if (number > 0) of.set(verdict, (of.get(verdict) ?? 0) + number);
};

const tally = <K>(
  of: Map<K, Counting>,
  key: K,
  verdict: Verdict,
  number = 1,
  as: TallyClass = tallyClass(verdict),
): void => {
  const known = of.get(key) ?? none();
  known.expected += number;
  known[as] += number;
  of.set(key, known);
};

/** The tally with those that were set aside in their own class. */
const without = (tally: Tally, setAside: Tally): Tally => ({
  ...tally,
  problems: tally.problems - setAside.problems,
  running: tally.running - setAside.running,
  stale: tally.stale - setAside.stale,
  unknown: tally.unknown - setAside.unknown,
  acknowledged: setAside.expected,
});

const sum = (byVerdict: ReadonlyMap<Verdict, number>): Tally => {
  let total = emptyTally;
  for (const [verdict, number] of byVerdict) total = addToTally(total, verdict, number);
  return total;
};
