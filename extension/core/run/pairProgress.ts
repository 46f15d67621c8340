import type { DpValidation } from '../validate/dpValidation';

/** A status message about the pair, or an audit message. */
export interface ProgressMessage {
  readonly messageId: number;
  /** UTC epoch milliseconds. */
  readonly time: number;
  /** Insertion strings, the first at 0; '' where there is none. */
  readonly strings: readonly string[];
  /** 0 when the message carries none. */
  readonly win32Error: number;
}

/** What the site says of a pair after a write, or of a package where the DP is ''. What was not read is undefined. */
export interface PairProgress {
  /** The row of v_DistributionPoint; 'none' when there is none. */
  readonly target:
    | { readonly status: number | undefined; readonly lastRefreshTime: number | undefined }
    | 'none'
    | undefined;
  /** v_PackageStatusDistPointsSumm. */
  readonly summary: { readonly state: number; readonly lastCopied: number | undefined } | undefined;
  /** The newest row of vSMS_DistributionJob. */
  readonly job:
    | {
        readonly state: number;
        readonly created: number | undefined;
        readonly updated: number | undefined;
        /** Bytes. */
        readonly remaining: number | undefined;
        readonly total: number | undefined;
      }
    | undefined;
  readonly package:
    { readonly sourceVersion: number | undefined; readonly actionInProgress: number | undefined } | undefined;
  /** Since the time that was asked for, oldest first. */
  readonly messages: readonly ProgressMessage[];
  /** Of a step that validates a whole DP; undefined for all others. */
  readonly validation?: DpValidation;
}

/** States of the summarizer (SDK, SMS_PackageStatusDistPointsSummarizer). */
export const summaryState = {
  installed: 0,
  installPending: 1,
  installRetrying: 2,
  installFailed: 3,
  removalPending: 4,
  removalRetrying: 5,
  removalFailed: 6,
  contentUpdating: 7,
  contentMonitoring: 8,
} as const;

const pendingStates: ReadonlySet<number> = new Set([
  summaryState.installPending,
  summaryState.installRetrying,
  summaryState.contentUpdating,
]);

/** Content is being sent, or waits for it. */
export const isPending = (state: number | undefined): boolean =>
  state !== undefined && pendingStates.has(state);

/** States of a job (SDK, SMS_DistributionJob). */
export const jobState = { complete: 5, failed: 6, cancelled: 7 } as const;

const closedJobs: ReadonlySet<number> = new Set(Object.values(jobState));

/** A job that has not come to its end, if only because it waits for a restart. */
export const hasOpenJob = ({ job }: PairProgress): boolean => job !== undefined && !closedJobs.has(job.state);

/** Status of a target that is being removed (SDK, SMS_DistributionPoint). */
export const targetDeleted = 3;
