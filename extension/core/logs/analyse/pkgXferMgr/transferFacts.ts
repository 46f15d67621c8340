import type { LogLine } from '../logLine';
import type { Trouble } from '../troubleLines';

/**
 * What became of a transfer job: it waits for a thread, is being sent, was sent, a pull DP was told to fetch it, it
 * failed and is tried again, distmgr was told that it failed, or its thread went on to another job without a word.
 */
export type TransferOutcome = 'waiting' | 'sending' | 'sent' | 'notified' | 'retrying' | 'failed' | 'unknown';

/** One job of PkgXferMgr.log: a package for a distribution point. */
export interface TransferJob {
  readonly job: number;
  readonly packageId: string;
  readonly version: number | undefined;
  readonly dp: string;
  readonly isPull: boolean;
  readonly outcome: TransferOutcome;
  /** How often a thread took it. */
  readonly attempts: number;
  /** As the log counts them: also those before it begins. */
  readonly failures: number;
  /** When it is tried again, in milliseconds by the log's clock; undefined when it is not, or not known. */
  readonly restart: number | undefined;
  readonly requested: LogLine | undefined;
  readonly began: LogLine | undefined;
  readonly ended: LogLine | undefined;
  /** Written in all attempts, and the milliseconds that writing took. */
  readonly bytes: number;
  readonly ticks: number;
  /** The status that distmgr was told: 3 installed, 5 failed. */
  readonly status: number | undefined;
  readonly trouble: Trouble | undefined;
  /** Another thread took it while one was at it. */
  readonly overlap: LogLine | undefined;
  readonly lines: readonly LogLine[];
}

/** All transfers to one distribution point. */
export interface DpTransfers {
  readonly dp: string;
  readonly jobs: number;
  readonly sent: number;
  readonly failures: number;
  readonly bytes: number;
  readonly ticks: number;
}

/** Why fewer transfers ran than could. */
export type LimitKind = 'bandwidth' | 'pulseMode' | 'closed' | 'pullCapacity' | 'noPullCapacity' | 'noSource';

export interface TransferLimit {
  readonly kind: LimitKind;
  /** undefined: the line does not name one. */
  readonly dp: string | undefined;
  readonly times: number;
  readonly first: LogLine;
  readonly last: LogLine;
  /** The capacity that a line names. */
  readonly capacity: number | undefined;
}

export interface TransferFacts {
  readonly jobs: readonly TransferJob[];
  /** Jobs before those: they are in the sums only. */
  readonly earlier: number;
  readonly dps: readonly DpTransfers[];
  readonly limits: readonly TransferLimit[];
  /** Threads that sent at the same time, at most; since when. */
  readonly mostThreads: number;
  readonly mostThreadsAt: LogLine | undefined;
  readonly last: LogLine | undefined;
}
