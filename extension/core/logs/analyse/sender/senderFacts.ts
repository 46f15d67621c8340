import type { LogLine } from '../logLine';
import type { SlotFacts } from '../slots';
import type { Trouble } from '../troubleLines';

/** Its thread has not begun; it is at work; it said that all was sent, or that sending failed; or nothing is told. */
export type SendOutcome = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown';

/** A send request: a package, or other files, for another site. */
export interface SendJob {
  /** Eight characters, upper case. */
  readonly request: string;
  readonly site: string | undefined;
  readonly packageId: string | undefined;
  readonly version: number | undefined;
  readonly outcome: SendOutcome;
  readonly thread: number | undefined;
  readonly requested: LogLine | undefined;
  readonly began: LogLine | undefined;
  readonly ended: LogLine | undefined;
  /** Up to which the file was written. */
  readonly bytes: number;
  /** By the scheduler's log; undefined without it. */
  readonly totalBytes: number | undefined;
  /** Bytes a second, from the first line that tells what was written to the last. */
  readonly rate: number | undefined;
  readonly lastProgress: LogLine | undefined;
  readonly trouble: Trouble | undefined;
  readonly lines: readonly LogLine[];
}

/** How much of the sender's capacity was in use. */
export interface SiteCapacity {
  /** undefined: that for all sites together. */
  readonly site: string | undefined;
  readonly slots: SlotFacts;
}

export interface SenderFacts {
  readonly jobs: readonly SendJob[];
  readonly earlier: number;
  readonly capacity: readonly SiteCapacity[];
  /** Requests at work at the same time, at most. */
  readonly mostActive: number;
  readonly mostActiveAt: LogLine | undefined;
  readonly last: LogLine | undefined;
}
