import { disagrees } from './disagreement';
import type { Finding } from './finding';
import { installedOf } from './installed';
import type { PairFacts } from './pairFacts';
import { viewer, type PairView } from './pairView';
import type { SiteFacts } from './siteFacts';
import { verdictOf } from './verdictOf';

/** A finding, and the last moment (UTC epoch ms) at which the same facts give the same; Infinity: always. */
export interface TimedFinding {
  readonly finding: Finding;
  readonly until: number;
}

/** Gives the finding of one pair after the other; `suspectCycle` is false until all are known. */
export const grader = (site: SiteFacts): ((pair: PairFacts) => Finding) => {
  const grade = timedGrader(site);
  return (pair) => grade(pair).finding;
};

export const timedGrader = (site: SiteFacts): ((pair: PairFacts) => TimedFinding) => {
  const look = viewer(site);
  return (pair) => {
    const view = look(pair);
    const { verdict, reason, since } = verdictOf(view);
    const { packageId, dp, nalPath, siteCode } = pair;
    const finding = {
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
    return { finding, until: view.ages.until };
  };
};

const lastResultTime = ({ results: { pass, fail } }: PairView): number | undefined =>
  pass === undefined && fail === undefined
    ? undefined
    : Math.max(pass?.time ?? -Infinity, fail?.time ?? -Infinity);
