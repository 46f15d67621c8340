import type { ValidationMessage } from './validationMessage';
import type { BadPackage } from './validationSigns';

/** What smsdpmon.log of a DP tells since a validation was asked for. Times are UTC epoch milliseconds. */
export interface ValidationLog {
  /** Where it was found. */
  readonly file: string;
  readonly verified: number;
  readonly bad: readonly BadPackage[];
  /** The package that the newest line without a result names. */
  readonly current: string | undefined;
  /** It says that the cycle completed. */
  readonly isCompleted: boolean;
  readonly lastSign: number | undefined;
}

/** Why nothing of the log is known, with the places that were tried. */
export interface LogNotRead {
  readonly notRead: string;
}

/** What is known of the validation of a whole DP. */
export interface DpValidation {
  /** Of content validation of this DP: marks of earlier cycles, too. */
  readonly messages: readonly ValidationMessage[];
  /** Packages on the DP's own list, which is what is evaluated; undefined while it is not known. */
  readonly listed: number | undefined;
  /** undefined: it is still looked for. */
  readonly log: ValidationLog | LogNotRead | undefined;
}
