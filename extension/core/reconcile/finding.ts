import type { DpKey } from '../content/nalPath';
import type { PairMarks } from './pairMarks';
import type { Verdict } from './verdict';

/** One expected pair with its verdict. Its evidence is worked out on request (explain.ts). */
export interface Finding {
  readonly packageId: string;
  readonly dp: DpKey;
  /** The exact NAL path of the DP's current row (of the target row when the DP is gone). */
  readonly nalPath: string;
  /** SiteCode key of the SMS_DistributionPoint instance. */
  readonly siteCode: string;
  readonly verdict: Verdict;
  /** The sentence shown beside the verdict: why, in a few words. */
  readonly reason: string;
  /** Time of the fact that decided, UTC epoch milliseconds. */
  readonly since: number | undefined;
  /** Newest pass or fail known. */
  readonly lastResult: number | undefined;
  /** The DP's status says that it is installed, so that clients are sent there; undefined: not known. */
  readonly installed: boolean | undefined;
  /** Sources contradict each other about the pair (disagreement.ts). */
  readonly disagrees: boolean;
  /** The DP's last cycle looks wrong as a whole: lost messages are likelier than lost content. */
  readonly suspectCycle: boolean;
  /** undefined: none. */
  readonly marks?: PairMarks | undefined;
}
