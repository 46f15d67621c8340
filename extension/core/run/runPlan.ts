import type { DpKey } from '../content/nalPath';
import type { LibraryWork } from '../library/repair/libraryEntry';

export type RunAction =
  | 'validate'
  | 'redistribute'
  | 'distribute'
  | 'updateContent'
  | 'cancel'
  | 'remove'
  | 'validateDp'
  /** Takes what a DP's lists hold about a package out of them, into a folder beside the library. */
  | 'quarantine'
  /** Puts that back. */
  | 'restore'
  /** Starts smsdpmon, and waits for what it says of the DP's lists. */
  | 'checkLists';

/** One write. For validateDp and checkLists the package texts are empty, for updateContent the DP ones. */
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
  /** Of quarantine and restore, and of no other. */
  readonly library?: LibraryWork;
}

/** A step that is done on the DP itself, not asked of the site. */
export type LibraryStep = RunStep & {
  readonly action: 'quarantine' | 'restore';
  readonly library: LibraryWork;
};

export const isLibraryStep = (step: RunStep): step is LibraryStep =>
  (step.action === 'quarantine' || step.action === 'restore') && step.library !== undefined;

/** A step that is about all of a DP, not about a package. */
export const isOfDp = ({ action }: Pick<RunStep, 'action'>): boolean =>
  action === 'validateDp' || action === 'checkLists';

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
