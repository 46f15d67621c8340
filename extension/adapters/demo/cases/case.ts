import type { Verdict } from '../../../core/reconcile/verdict';
import type { DemoDp } from '../site/demoDp';
import type { DemoPackage } from '../site/demoPackage';
import type { PairStory } from '../site/pairStory';
import type { Random } from '../site/random';

/** One thing that reconciliation has to tell apart: what happened, and the verdict that follows. */
export interface Case {
  readonly id: string;
  readonly description: string;
  /** `notExpected`: rows of a pair that nobody expects (a leftover). */
  readonly verdict: Verdict | 'notExpected';
  /** Tells the story of one pair; `random` varies times and forms. */
  readonly tell: (story: PairStory, random: Random) => void;
}

/** A case of single pairs, strewn over the site. */
export interface PairCase extends Case {
  /** Where it can happen, among DPs whose cycles finish; without it, where none is running either. */
  readonly on?: (dp: DemoDp, now: number) => boolean;
  readonly of?: (one: DemoPackage) => boolean;
}
