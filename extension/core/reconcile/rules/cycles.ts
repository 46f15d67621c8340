import type { PairView } from '../pairView';
import type { SiteFacts } from '../siteFacts';
import { fits, no, type Rule } from './rule';

/** 15. Placed after the last finished cycle began: that one had read its list before. */
export const newSinceCycle: Rule = ({ placed, cycle }) => {
  const start = cycle && (cycle.start ?? cycle.end);
  return placed !== undefined && start !== undefined && placed.time >= start
    ? fits('newSinceCycle', 'Placed after the last finished cycle began; not validated since.', placed.time)
    : no;
};

/** 16. The lists disagree, or a cycle has begun and not ended, and no finished one covers the pair. */
export const cycleBroken: Rule = ({ cycles, cycle, placed }) => {
  const covered = cycle?.start !== undefined && (placed?.time ?? -Infinity) <= cycle.start;
  if (cycles === undefined || covered) return no;
  const { newestStart = -Infinity, newestBroken = -Infinity, lastEnd = -Infinity } = cycles;
  if (Math.max(newestStart, newestBroken) <= lastEnd) return no;
  return newestBroken >= newestStart
    ? fits('cycleBroken', "The DP's package lists disagree, so no cycle finishes (2388).", newestBroken)
    : fits('cycleBroken', 'A validation cycle began and has not ended (2393).', newestStart);
};

/** 17. The beginning of the last finished cycle, or its 2384s, are no longer kept. */
export const purged: Rule = (view) => {
  const { cycle } = view;
  if (cycle === undefined) return no;
  if (cycle.start === undefined || !cycle.windowKnown)
    return fits('purged', 'The beginning of the last finished cycle is no longer kept.', cycle.end);
  return passesAreGone(view, cycle.start, cycle.end)
    ? fits('purged', 'The 2384 messages of the last finished cycle are no longer kept.', cycle.start)
    : no;
};

/**
 * Whether passes of this cycle may have been deleted by age. Status filter rules age message IDs separately:
 * when the oldest 2384 of the site is younger than the end of some DP's cycle, 2384s are kept for less.
 */
const passesAreGone = ({ site, ages }: PairView, start: number, end: number): boolean => {
  const { oldestPass } = site;
  if (oldestPass === undefined) return true;
  if (oldestPass <= start) return false;
  if (oldestPass > end) return true;
  return keepsOlderCycles(site.cycles, oldestPass) || ages.isOlder(start, site.settings.messagesKept);
};

/** A cycle of some DP began before the oldest pass that is kept. */
export const keepsOlderCycles = (cycles: SiteFacts['cycles'], oldestPass: number): boolean =>
  Array.from(cycles.values()).some(
    ({ lastEnd, previousEnd }) => (previousEnd ?? lastEnd ?? Infinity) < oldestPass,
  );

/** 18. Nothing validates here. */
export const notValidating: Rule = ({ dp, results }) => {
  if (dp === undefined || results.pass !== undefined) return no;
  if (dp.isCloud) return fits('notValidating', 'A cloud DP has no content validation.');
  if (dp.validates === undefined) return { kind: 'unread', sources: ['distributionPoints'] };
  return dp.validates ? no : fits('notValidating', 'Content validation is switched off on the DP.');
};

/** 19. A cycle that began after the content was placed finished without a pass. */
export const missing: Rule = ({ cycle, placed }) =>
  cycle?.start !== undefined && placed !== undefined && placed.time < cycle.start
    ? fits('missing', 'The last finished cycle of the DP did not verify it.', cycle.start)
    : no;

/** 20. Verified, but too long ago. */
export const stale: Rule = ({ results, ages, staleAfter }) => {
  const { pass } = results;
  return pass !== undefined && ages.isOlder(pass.time, staleAfter)
    ? fits('stale', 'Verified, but longer ago than the limit.', pass.time)
    : no;
};

/** 21. No finished cycle as far back as messages are kept, and no result. */
export const cycleNever: Rule = ({ cycle, results }) =>
  cycle === undefined && results.pass === undefined && results.fail === undefined
    ? fits('cycleNever', 'No finished validation cycle of this DP is known.')
    : no;
