import type { DpKey } from '../content/nalPath';

export type RunAction =
  'validate' | 'redistribute' | 'distribute' | 'updateContent' | 'cancel' | 'remove' | 'validateDp';

/** One write. For validateDp the package texts are empty, for updateContent the DP ones. */
export interface RunStep {
  /** Unique in its plan, stable, e.g. '1', '2'. */
  readonly id: string;
  readonly action: RunAction;
  readonly packageId: string;
  readonly packageName: string;
  readonly dp: DpKey | '';
  readonly dpName: string;
  /** Exact keys of the SMS_DistributionPoint instance. */
  readonly nalPath: string;
  readonly siteCode: string;
  readonly bytes: number | undefined;
  /** DP whose outgoing line is used: a pull DP's first source, else '' for the site server. */
  readonly sourceDp: string;
  /** What was read of the pair when it was planned: a write is skipped when it no longer holds. */
  readonly before: StateBefore;
}

export interface StateBefore {
  /** Summarizer. */
  readonly state: number | undefined;
  readonly sourceVersion: number | undefined;
  /** UTC epoch milliseconds. */
  readonly lastRefreshTime: number | undefined;
}

export interface RunPlan {
  readonly hash: string;
  readonly siteCode: string;
  readonly steps: readonly RunStep[];
  readonly caps: RunCaps;
}

export interface RunCaps {
  readonly steps: number;
  readonly distributionPoints: number;
  readonly bytes: number;
  /** Of validations of whole DPs: so many at once, and so many minutes between two starts. */
  readonly dpsAtOnce?: number;
  readonly spreadMinutes?: number;
}
