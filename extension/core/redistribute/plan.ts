import type { Verdict } from '../reconcile/verdict';
import type { RunAction, RunPlan, RunStep } from '../run/runPlan';
import type { PlanLine } from './budget/planLine';

/** `validate` checks one package on a DP (VerifyPackage), `validateDp` everything on it (smsdpmon). */
export type PlanAction = RunAction;

/**
 * `repair` takes for each pair the cheapest action that repairs its finding, `repairLibrary` what makes the lists of
 * a DP agree; the others do one thing to all.
 */
export type PlanPurpose = 'repair' | 'repairLibrary' | PlanAction;

/**
 * One write to the site: this package on this DP; for `validateDp` the DP as a whole (empty package texts), for
 * `updateContent` the package wherever it is (empty DP texts).
 */
export interface PlanStep extends RunStep {
  /** Bytes that will travel; undefined is unknown, 0 for a validation; for `updateContent` to all DPs together. */
  readonly bytes: number | undefined;
  /** undefined for a whole DP or a whole package. */
  readonly verdict: Verdict | undefined;
  /** Why this step: the finding's reason. */
  readonly reason: string;
  /** The evidence that the reason rests on: where it was read, and from when it is. */
  readonly truth: string;
  /** Why not another, cheaper or more thorough action. */
  readonly instead: string;
  /** What to know before confirming (a pull DP, a cancelled distribution); empty when there is nothing. */
  readonly cautions: readonly string[];
  /** Of `updateContent`: names of the DPs that get the content; else empty. */
  readonly reaches: readonly string[];
}

/** A selected pair that is left alone, and the named rule that says so. */
export interface PlanRefusal {
  readonly packageId: string;
  readonly packageName: string;
  readonly dpName: string;
  readonly verdict: Verdict | undefined;
  /** Name of the guard (guards/). */
  readonly rule: string;
  readonly reason: string;
}

export interface PlanTotals {
  readonly packages: number;
  readonly distributionPoints: number;
  /** Sum of the known sizes. */
  readonly bytes: number;
  readonly stepsOfUnknownSize: number;
}

/** What is going to be written, all of it, before any of it is. */
export interface Plan extends RunPlan {
  /** Of all that `steps`, `caps`, `siteCode`, `purpose` and `madeAt` say: what a confirmation confirms. */
  readonly hash: string;
  readonly purpose: PlanPurpose;
  /** Site's time when it was made, UTC epoch milliseconds. */
  readonly madeAt: number;
  /** Site's time of the read that the findings are of. */
  readonly readAt: number;
  readonly steps: readonly PlanStep[];
  readonly refused: readonly PlanRefusal[];
  /** What was not read, and other things that hold for the plan as a whole. */
  readonly notes: readonly string[];
  /** How content gets to each DP of the plan, as far as that was read. */
  readonly lines: readonly PlanLine[];
  readonly totals: PlanTotals;
}

export type StepOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'accepted'; readonly at: number }
  | { readonly kind: 'failed'; readonly cause: string }
  | { readonly kind: 'skipped'; readonly cause: string };
