import type { DpKey } from '../content/nalPath';
import { firstDifference } from './firstDifference';
import type { BoundaryGroup, SiteNeeds } from './siteNeeds';

/** How boundary groups lean on a DP. */
export interface DpLean {
  /** Groups that have no other DP. */
  readonly soleOf: number;
  readonly groups: number;
  /** Boundaries of all these groups, as far as known. */
  readonly boundaries: number;
  /** In words: `the only DP of boundary group 'Berlin' (3 boundaries)`. */
  readonly reason: string;
}

/** The lean of every DP that a boundary group has. */
export const dpLeans = ({ boundaryGroups }: SiteNeeds): ReadonlyMap<DpKey, DpLean> => {
  const groupsOf = new Map<DpKey, BoundaryGroup[]>();
  for (const group of boundaryGroups)
    for (const dp of group.dps) {
      const groups = groupsOf.get(dp);
      if (groups === undefined) groupsOf.set(dp, [group]);
      else groups.push(group);
    }
  return new Map(Array.from(groupsOf, ([dp, groups]) => [dp, leanOf(groups)]));
};

/** Of a DP that no boundary group has. */
export const noLean = ({ notRead }: SiteNeeds): DpLean => ({
  soleOf: 0,
  groups: 0,
  boundaries: 0,
  reason: notRead.includes('boundaryGroups')
    ? 'which boundary groups use the DP was not read'
    : 'the DP is in no boundary group',
});

const leanOf = (groups: readonly BoundaryGroup[]): DpLean => {
  const sole = groups.filter(({ dps }) => dps.length === 1);
  return {
    soleOf: sole.length,
    groups: groups.length,
    boundaries: groups.reduce((sum, { boundaries }) => sum + (boundaries ?? 0), 0),
    reason:
      sole.length > 0
        ? `the only DP of ${groupsWords(sole)}${besides(groups.length - sole.length)}`
        : shared(groups),
  };
};

const shared = (groups: readonly BoundaryGroup[]): string => {
  const [first] = groups;
  return first !== undefined && groups.length === 1
    ? `one of ${first.dps.length} DPs of ${groupsWords(groups)}`
    : `one of several DPs of ${groupsWords(groups)}`;
};

const groupsWords = (groups: readonly BoundaryGroup[]): string => {
  const [first] = groups;
  if (first === undefined || groups.length > 1)
    return `${groups.length} boundary groups (${someNames(groups)})`;
  const { boundaries } = first;
  const size =
    boundaries === undefined ? '' : ` (${boundaries === 1 ? '1 boundary' : `${boundaries} boundaries`})`;
  return `boundary group '${first.name}'${size}`;
};

const mostNames = 3;

const someNames = (groups: readonly BoundaryGroup[]): string =>
  [
    ...groups.slice(0, mostNames).map(({ name }) => `'${name}'`),
    ...(groups.length > mostNames ? ['...'] : []),
  ].join(', ');

const besides = (others: number): string =>
  others === 0 ? '' : `, and one of several DPs of ${others} more`;

/** The heaviest lean first. */
export const compareLeans = (a: DpLean, b: DpLean): number =>
  firstDifference(b.soleOf - a.soleOf, b.groups - a.groups, b.boundaries - a.boundaries);
