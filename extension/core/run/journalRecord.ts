import type { Fate } from './fate';
import type { RunPlan, StateBefore } from './runPlan';

/** Who runs a plan, and from where. */
export interface Runner {
  /** `DOMAIN\name` of the account. */
  readonly user: string;
  readonly computer: string;
  readonly program: 'window' | 'commandLine';
}

/** What the site said to a write. */
export type Answer =
  | { readonly kind: 'accepted' }
  /** Refused: nothing was done. `isDenied`: for lack of rights. */
  | { readonly kind: 'refused'; readonly cause: string; readonly isDenied?: true }
  /** It says that it failed; it may have done it all the same. */
  | { readonly kind: 'failed'; readonly cause: string }
  /** It says nothing. */
  | { readonly kind: 'none'; readonly cause: string };

/** What was seen of a step after it was written. */
export type Proof =
  /** A write without an answer has had its effect. */
  | { readonly kind: 'effect'; readonly evidence: string }
  /** The content is on the DP. */
  | { readonly kind: 'arrived'; readonly evidence: string }
  /** Written before VerifyPackage is asked for. */
  | { readonly kind: 'verifying' }
  | { readonly kind: 'verifyAnswer'; readonly answer: Answer }
  /** What was taken out of a DP's lists is put back from here on, and why. Written before. */
  | { readonly kind: 'puttingBack'; readonly cause: string }
  /** Written before CancelDistribution is asked for. */
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'cancelAnswer'; readonly answer: Answer };

/** An answer that does not say that it was done. */
export type NoAnswer = Exclude<Answer, { readonly kind: 'accepted' }>;

/** What is told of one step. */
export type StepEntry = { readonly step: string } & (
  | /** On disk before the write is sent. */
    { readonly kind: 'intent'; readonly before: StateBefore }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'proof'; readonly proof: Proof }
  | { readonly kind: 'outcome'; readonly fate: Fate }
);

/** What is told of the run. */
export type RunEntry =
  | { readonly kind: 'run'; readonly by: Runner; readonly siteName: string; readonly plan: RunPlan }
  /** Another program goes on with a run that was left. */
  | { readonly kind: 'takenOver'; readonly by: Runner }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  /** Nothing more is begun. */
  | { readonly kind: 'stopped'; readonly cause: string }
  | { readonly kind: 'ended' };

/** `at` is the site's time, UTC epoch milliseconds. */
export type StepRecord = StepEntry & { readonly at: number };

/** One line of a journal. */
export type JournalRecord = (StepEntry | RunEntry) & { readonly at: number };

/** One line of NDJSON, without its end. */
export const printRecord = (record: JournalRecord): string => JSON.stringify(record);
