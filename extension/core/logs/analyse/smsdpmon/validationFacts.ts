import type { LogLine } from '../logLine';
import type { Trouble } from '../troubleLines';

/** Status messages that say how a package's validation ended. */
export const resultIds = {
  hashInvalid: 2382,
  failed: 2383,
  verified: 2384,
  filesMissing: 2385,
} as const;

/** A package that smsdpmon evaluated on a distribution point. */
export interface Validation {
  /** undefined: no line before the result names one. */
  readonly packageId: string | undefined;
  readonly version: number | undefined;
  readonly thread: number | string | null;
  readonly began: LogLine | undefined;
  /** The line that reports the result; undefined: none does. */
  readonly ended: LogLine | undefined;
  /** The status message of the result: 2382 to 2385. */
  readonly messageId: number | undefined;
  /** What went wrong before the result, at most some lines. */
  readonly culprits: readonly Trouble[];
  readonly lines: readonly LogLine[];
}

/** A cycle over all packages, as far as lines tell. */
export interface ValidationCycle {
  readonly began: LogLine | undefined;
  readonly ended: LogLine | undefined;
  readonly verified: number;
  readonly bad: number;
}

/** How often a state message was reported. */
export interface ReportedMessage {
  readonly messageId: number;
  /** By the message's high bits. */
  readonly severity: 'information' | 'warning' | 'error' | undefined;
  readonly times: number;
  readonly first: LogLine;
  readonly last: LogLine;
}

export interface ValidationFacts {
  readonly validations: readonly Validation[];
  readonly earlier: number;
  readonly cycles: readonly ValidationCycle[];
  readonly messages: readonly ReportedMessage[];
  /** Lines that say that what WMI lists and what the content library has differ. */
  readonly mismatches: readonly LogLine[];
  readonly last: LogLine | undefined;
}
