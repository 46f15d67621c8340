import { compareGroups } from '../core/compare/compareGroups';
import type { Comparison } from '../core/compare/comparison';
import { groupStanding, type GroupStanding } from '../core/compare/groupStanding';
import { quoteValue } from '../core/filter/print';
import type { DpGroup } from '../core/content/dpGroup';
import type { Finding } from '../core/reconcile/finding';
import { groupsNotRead, type ComparedSite } from './comparedSite';

/** Packages and members of two groups, and how they stand in each. */
export const readGroupComparison = async (
  compared: ComparedSite,
  left: string,
  right: string,
  signal: AbortSignal,
): Promise<Comparison> => {
  const standingOf = async (groupId: string): Promise<GroupStanding> => {
    const group = groupOf(compared, groupId);
    return groupStanding(group, await gradedOf(compared, group, '', signal));
  };
  const [ofLeft, ofRight] = [await standingOf(left), await standingOf(right)];
  return {
    rows: compareGroups(ofLeft, ofRight, compared.groupsRead),
    notRead: groupsNotRead(compared),
  };
};

/** Throws when the site has no such group (any more). */
export const groupOf = ({ index }: ComparedSite, groupId: string): DpGroup => {
  const group = index.groups.get(groupId);
  if (group === undefined) throw new Error('The site no longer has this group. Refresh the site.');
  return group;
};

/** Graded findings of a group, and of others of the same name. @param more a filter that they fit besides */
export const gradedOf = (
  { site }: ComparedSite,
  { name }: DpGroup,
  more: string,
  signal: AbortSignal,
): Promise<readonly Finding[]> =>
  site.findings.resolve(
    { kind: 'view', filter: `group=${quoteValue(name)} ${more}`.trim(), except: [] },
    signal,
  );
