import { disagrees } from './disagreement';
import type { Finding } from './finding';
import { installedOf } from './installed';
import type { PairFacts } from './pairFacts';
import { viewer, type PairView } from './pairView';
import type { SiteFacts } from './siteFacts';
import { verdictOf } from './verdictOf';

/** Gives the finding of one pair after the other; `suspectCycle` is false until all are known. */
export const grader = (site: SiteFacts): ((pair: PairFacts) => Finding) => {
  const look = viewer(site);
  return (pair) => {
    const view = look(pair);
    const { verdict, reason, since } = verdictOf(view);
    const { packageId, dp, nalPath, siteCode } = pair;
    return {
      packageId,
      dp,
      nalPath,
      siteCode,
      verdict,
      reason,
      since,
      lastResult: lastResultTime(view),
      installed: installedOf(pair),
      disagrees: disagrees(view),
      suspectCycle: false,
    };
  };
};

const lastResultTime = ({ results: { pass, fail } }: PairView): number | undefined =>
  pass === undefined && fail === undefined
    ? undefined
    : Math.max(pass?.time ?? -Infinity, fail?.time ?? -Infinity);
