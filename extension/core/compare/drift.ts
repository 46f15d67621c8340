import type { DpGroup } from '../content/dpGroup';
import type { DpKey } from '../content/nalPath';
import type { ComparedRow, ContentSide, Side } from './comparison';
import type { Difference } from './difference';

/**
 * What is expected on a DP beside what its groups ask for.
 * @param content undefined when it could not be read
 * @param asked names of the DP's groups that have a package, by package
 * @param read groups, members and their packages were all read
 */
export const dpDrift = (
  content: ReadonlyMap<string, ContentSide> | undefined,
  asked: ReadonlyMap<string, readonly string[]>,
  read: boolean,
): readonly ComparedRow[] =>
  Array.from(new Set([...asked.keys(), ...(content?.keys() ?? [])]), (packageId): ComparedRow => {
    const names = asked.get(packageId);
    const groups: GroupsSide =
      names === undefined ? { kind: read ? 'absent' : 'unknown' } : { kind: 'groups', names };
    const side = content?.get(packageId);
    return side === undefined
      ? { packageId, sides: [groups, { kind: 'unknown' }], difference: 'unknown', why: '' }
      : { packageId, sides: [groups, side], difference: dpDifference(groups.kind, side), why: side.reason };
  });

type GroupsSide = Extract<Side, { readonly kind: 'groups' | 'absent' | 'unknown' }>;

const dpDifference = (asked: GroupsSide['kind'], { verdict }: ContentSide): Difference => {
  if (verdict === 'notTargeted') return 'notOnMember';
  if (asked === 'groups') return 'same';
  if (asked === 'unknown') return 'unknown';
  // No group asks for it and it is being taken away: that is no drift.
  return verdict === 'removing' ? 'same' : 'onlyDirect';
};

/** One package on one member. */
interface MemberPair {
  readonly packageId: string;
  readonly dp: DpKey;
}

/**
 * A group's packages with the members that lack them, and what members hold though no group of theirs asks.
 * @param notTargeted pairs of a group and a member without a target, of this group and maybe others
 * @param direct targets that no group asks for, of any DP; undefined when they could not be read
 */
export const groupDrift = (
  { members, packageIds }: DpGroup,
  notTargeted: readonly MemberPair[],
  direct: readonly MemberPair[] | undefined,
  dpName: (dp: DpKey) => string,
): readonly ComparedRow[] => {
  const isMember = new Set(members);
  const lacking = byPackage(notTargeted.filter(({ dp }) => isMember.has(dp)));
  const assigned = new Set(packageIds);
  const extra = byPackage(
    (direct ?? []).filter(({ dp, packageId }) => isMember.has(dp) && !assigned.has(packageId)),
  );
  const of = isMember.size;
  const named = (dps: ReadonlySet<DpKey>): string => Array.from(dps, dpName).sort().join(', ');
  return [
    ...Array.from(assigned, (packageId): ComparedRow => {
      const dps = lacking.get(packageId) ?? new Set();
      const members = { kind: 'members', has: of - dps.size, of } as const;
      return dps.size === 0
        ? { packageId, sides: [{ kind: 'present' }, members], difference: 'same', why: '' }
        : {
            packageId,
            sides: [{ kind: 'present' }, members],
            difference: 'notOnMember',
            why: `Not targeted to ${named(dps)}.`,
          };
    }),
    ...Array.from(extra, ([packageId, dps]): ComparedRow => ({
      packageId,
      sides: [{ kind: 'absent' }, { kind: 'members', has: dps.size, of }],
      difference: 'onlyDirect',
      why: `Targeted to ${named(dps)}.`,
    })),
  ];
};

const byPackage = (pairs: readonly MemberPair[]): ReadonlyMap<string, ReadonlySet<DpKey>> => {
  const dps = new Map<string, Set<DpKey>>();
  for (const { packageId, dp } of pairs) {
    const known = dps.get(packageId);
    if (known === undefined) dps.set(packageId, new Set([dp]));
    else known.add(dp);
  }
  return dps;
};
