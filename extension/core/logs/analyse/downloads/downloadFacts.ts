import type { LogLine } from '../logLine';
import type { RawError } from '../rawErrors';

/** A job of the data transfer service: files of one content from one server. GUIDs are in upper case, without braces. */
export interface Transfer {
  readonly job: string;
  readonly url: string;
  /** Upper case; '' when the log does not tell it, as for what follows. */
  readonly server: string;
  readonly content: string;
  readonly bitsJobs: readonly string[];
  /** As it was logged last. */
  readonly state: string;
  readonly bytes: number;
  readonly totalBytes: number | undefined;
  /** Attempts that were announced after an error. */
  readonly retries: number;
  /** The highest number of an attempt. */
  readonly lastRetry: number;
  readonly errors: readonly RawError[];
  readonly outcome: TransferOutcome;
  readonly began: LogLine | undefined;
  readonly ended: LogLine | undefined;
  readonly lines: readonly LogLine[];
}

/** `open`: the log does not say how it ended. */
export type TransferOutcome = 'succeeded' | 'failed' | 'open';

/** A place that a download was offered. */
export interface Offer {
  readonly server: string;
  readonly url: string;
  /** `LOCAL`, `BOUNDARYGROUP` and others; '' when no log tells it. */
  readonly locality: string;
  /** From 0; undefined when only the management point's answer is in the logs. */
  readonly order: number | undefined;
}

/** A time in which a download went to one server. */
export interface Stay {
  readonly server: string;
  readonly url: string;
  readonly transfers: readonly string[];
  readonly from: LogLine;
  /** undefined: it still goes on. */
  readonly to: LogLine | undefined;
  /** Milliseconds; undefined when it goes on. */
  readonly elapsed: number | undefined;
  readonly bytes: number;
  readonly retries: number;
  readonly errors: readonly RawError[];
}

/**
 * `noLocation`: nothing (more) was offered; `waiting`: the answer had no location yet; `open`: the logs do not say how it
 * ended.
 */
export type DownloadOutcome = 'succeeded' | 'failed' | 'noLocation' | 'waiting' | 'suspended' | 'open';

/** A download of a client: a job of the content transfer manager, and what belongs to it in other logs. */
export interface Download {
  readonly job: string;
  /** `Content_….1`, `CS100026.1`; '' when no log tells it. */
  readonly content: string;
  readonly sizeKb: number | undefined;
  /** By CAS.log. */
  readonly requested: LogLine | undefined;
  readonly began: LogLine | undefined;
  readonly ended: LogLine | undefined;
  readonly offers: readonly Offer[];
  readonly stays: readonly Stay[];
  /** How often it went on to another location. */
  readonly switches: number;
  /** Empty answers to its requests for locations. */
  readonly emptyReplies: number;
  readonly bytes: number;
  readonly retries: number;
  /** Of the download itself; those of its transfers are in its stays. */
  readonly errors: readonly RawError[];
  /** What the hash should have been and was. */
  readonly wrongHash: { readonly expected: string; readonly actual: string } | undefined;
  readonly outcome: DownloadOutcome;
  readonly lines: readonly LogLine[];
}

/** An answer of the management point to a request for locations. */
export interface LocationReply {
  readonly request: string;
  readonly offers: readonly Offer[];
  readonly at: LogLine;
  /** The content transfer manager's job that asked; '' when its log is not there. */
  readonly job: string;
}

/** `cancelled`, `failed` and `succeeded` as reported to the management point; `open`: nothing was yet. */
export type PullOutcome = 'succeeded' | 'warning' | 'failed' | 'cancelled' | 'open';

/** A content of a package that a pull DP downloads. */
export interface PullContent {
  readonly job: string;
  readonly content: string;
  readonly state: string;
  readonly transfers: readonly string[];
  /** Where these came from, each once. */
  readonly sources: readonly string[];
  readonly bytes: number;
  readonly retries: number;
  readonly errors: readonly RawError[];
  readonly outcome: TransferOutcome;
}

/** A package on its way to a pull DP. */
export interface PullRun {
  readonly packageId: string;
  readonly version: number | undefined;
  /** How often its download was begun. */
  readonly attempts: number;
  readonly contents: readonly PullContent[];
  readonly began: LogLine | undefined;
  readonly ended: LogLine | undefined;
  readonly outcome: PullOutcome;
  readonly lines: readonly LogLine[];
}

export interface DownloadFacts {
  readonly downloads: readonly Download[];
  readonly replies: readonly LocationReply[];
  readonly pullRuns: readonly PullRun[];
  /** Those that belong to no download and no pull DP's content in the logs. */
  readonly otherTransfers: readonly Transfer[];
  /** Errors that no transfer could be found for. */
  readonly otherErrors: readonly RawError[];
  /** Downloads and runs that came before and are not kept. */
  readonly earlier: number;
}
