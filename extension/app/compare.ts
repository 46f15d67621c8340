import type { Comparison } from '../core/compare/comparison';
import type { Subject } from '../core/compare/subject';
import { compareAcrossDps } from './compareAcrossDps';
import { readDpComparison } from './compareDps';
import { comparedSite, scopeNotes, type ComparedSite } from './comparedSite';
import { readGroupComparison } from './compareGroups';
import { compareLeftovers } from './compareLeftovers';
import { compareDpWithGroups, compareGroupWithMembers } from './compareWithGroups';
import { compareWithLibrary } from './compareWithLibrary';
import type { SiteSession } from './siteSession';

/**
 * Reads and compares. What could not be read is told in the result, and unknown in its rows; throws when nothing
 * can be said at all, with the cause and the next step.
 */
export const compare = async (
  session: Pick<SiteSession, 'site' | 'state'>,
  subject: Subject,
  signal: AbortSignal,
): Promise<Comparison> => {
  const compared = comparedSite(session, signal);
  const comparison = await compareSubject(compared, subject, signal);
  return { ...comparison, notRead: [...comparison.notRead, ...scopeNotes(compared)] };
};

const compareSubject = (
  compared: ComparedSite,
  subject: Subject,
  signal: AbortSignal,
): Promise<Comparison> => {
  switch (subject.kind) {
    case 'dps':
      return readDpComparison(compared, subject.left, subject.right, signal);
    case 'groups':
      return readGroupComparison(compared, subject.left, subject.right, signal);
    case 'dpDrift':
      return compareDpWithGroups(compared, subject.dp, signal);
    case 'groupDrift':
      return compareGroupWithMembers(compared, subject.groupId, signal);
    case 'package':
      return compareAcrossDps(compared, subject.packageId, signal);
    case 'leftovers':
      return compareLeftovers(compared, subject.dp, signal);
    case 'library':
      return compareWithLibrary(compared, subject.dp, signal);
  }
};
