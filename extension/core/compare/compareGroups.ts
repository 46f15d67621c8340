import type { DpKey } from '../content/nalPath';
import type { Tally } from '../reconcile/tally';
import type { ComparedRow, Side } from './comparison';
import type { Difference } from './difference';
import type { GroupStanding } from './groupStanding';

/**
 * The packages and then the members of two groups, each once, with how they stand in each.
 * @param read the groups' members and packages were all read
 */
export const compareGroups = (
  left: GroupStanding,
  right: GroupStanding,
  read: boolean,
): readonly ComparedRow[] => {
  const row = (l: Tally | undefined, r: Tally | undefined): Omit<ComparedRow, 'packageId' | 'dp'> => ({
    sides: [sideOf(l, read), sideOf(r, read)],
    difference: read ? differenceOf(l, r) : 'unknown',
    why: '',
  });
  return [
    ...keysOf(left.byPackage, right.byPackage).map((packageId) => ({
      packageId,
      ...row(left.byPackage.get(packageId), right.byPackage.get(packageId)),
    })),
    ...keysOf(left.byMember, right.byMember).map((dp) => ({
      dp: dp as DpKey,
      ...row(left.byMember.get(dp), right.byMember.get(dp)),
    })),
  ];
};

const keysOf = (
  left: ReadonlyMap<string, unknown>,
  right: ReadonlyMap<string, unknown>,
): readonly string[] => [...new Set([...left.keys(), ...right.keys()])];

const sideOf = (tally: Tally | undefined, read: boolean): Side =>
  tally === undefined ? { kind: read ? 'absent' : 'unknown' } : { kind: 'tally', tally };

const isProved = ({ expected, validated, nothing }: Tally): boolean => validated + nothing === expected;

const differenceOf = (left: Tally | undefined, right: Tally | undefined): Difference => {
  if (left === undefined) return 'onlyRight';
  if (right === undefined) return 'onlyLeft';
  if (isProved(left) !== isProved(right)) return isProved(left) ? 'provedLeft' : 'provedRight';
  return left.problems > 0 === right.problems > 0 ? 'same' : 'otherVerdict';
};
