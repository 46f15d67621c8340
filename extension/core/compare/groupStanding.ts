import type { DpGroup } from '../content/dpGroup';
import type { Finding } from '../reconcile/finding';
import { addToTally, emptyTally, type Tally } from '../reconcile/tally';

/** How a group's packages on its members stand. */
export interface GroupStanding {
  readonly byPackage: ReadonlyMap<string, Tally>;
  readonly byMember: ReadonlyMap<string, Tally>;
}

/**
 * Counts each cell of a group once.
 * @param graded findings, among others those of the group; a cell without one was only counted, as validated
 */
export const groupStanding = (
  { members, packageIds }: DpGroup,
  graded: Iterable<Pick<Finding, 'packageId' | 'dp' | 'verdict'>>,
): GroupStanding => {
  const byPackage = new Map<string, Tally>(packageIds.map((packageId) => [packageId, emptyTally]));
  const byMember = new Map<string, Tally>(members.map((dp) => [dp, emptyTally]));
  for (const { packageId, dp, verdict } of graded) {
    const [ofPackage, ofMember] = [byPackage.get(packageId), byMember.get(dp)];
    if (ofPackage === undefined || ofMember === undefined) continue;
    byPackage.set(packageId, addToTally(ofPackage, verdict));
    byMember.set(dp, addToTally(ofMember, verdict));
  }
  return { byPackage: filled(byPackage, byMember.size), byMember: filled(byMember, byPackage.size) };
};

const filled = (tallies: ReadonlyMap<string, Tally>, cells: number): ReadonlyMap<string, Tally> =>
  new Map(
    Array.from(tallies, ([key, tally]) => [key, addToTally(tally, 'validated', cells - tally.expected)]),
  );
