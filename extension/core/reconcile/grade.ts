import type { Finding } from './finding';
import type { PairFacts } from './pairFacts';
import type { SiteFacts } from './siteFacts';

/** Gives the finding of one pair after the other; `suspectCycle` is false until all are known. */
export const grader =
  (_site: SiteFacts): ((pair: PairFacts) => Finding) =>
  ({ packageId, dp, nalPath, siteCode }) => ({
    packageId,
    dp,
    nalPath,
    siteCode,
    verdict: 'unread',
    reason: '',
    since: undefined,
    lastResult: undefined,
    suspectCycle: false,
  });
