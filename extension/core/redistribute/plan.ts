import type { DpKey } from '../content/nalPath';
import type { Verdict } from '../reconcile/verdict';

/** `validate` checks one package on a DP (VerifyPackage), `validateDp` everything on it (smsdpmon). */
export type PlanAction = 'redistribute' | 'validate' | 'validateDp' | 'cancel';

/** One write to the site: this package on this DP; for `validateDp` the DP as a whole (empty package texts). */
export interface PlanStep {
  readonly action: PlanAction;
  readonly packageId: string;
  readonly packageName: string;
  readonly dp: DpKey;
  readonly dpName: string;
  /** Exact keys of the SMS_DistributionPoint instance. */
  readonly nalPath: string;
  readonly siteCode: string;
  /** Bytes that will travel; undefined is unknown, 0 for a validation. */
  readonly bytes: number | undefined;
  /** undefined for a whole DP. */
  readonly verdict: Verdict | undefined;
  /** Why this step: the finding's reason. */
  readonly reason: string;
  /** What to know before confirming (a pull DP, a cancelled distribution); empty when there is nothing. */
  readonly cautions: readonly string[];
}

/** A selected pair that is left alone, and the named rule that says so. */
export interface PlanRefusal {
  readonly packageId: string;
  readonly packageName: string;
  readonly dpName: string;
  readonly verdict: Verdict | undefined;
  /** Name of the guard (guards.ts). */
  readonly rule: string;
  readonly reason: string;
}

/** What is going to be written, all of it, before any of it is. */
export interface Plan {
  /** Of the steps and refusals: what a confirmation confirms. */
  readonly hash: string;
  readonly action: PlanAction;
  /** Site's time when it was made, UTC epoch milliseconds. */
  readonly madeAt: number;
  readonly steps: readonly PlanStep[];
  readonly refused: readonly PlanRefusal[];
  readonly totals: {
    readonly packages: number;
    readonly distributionPoints: number;
    /** Sum of the known sizes. */
    readonly bytes: number;
    readonly stepsOfUnknownSize: number;
  };
}

export type StepOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'accepted'; readonly at: number }
  | { readonly kind: 'failed'; readonly cause: string }
  | { readonly kind: 'skipped'; readonly cause: string };
