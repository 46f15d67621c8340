import type { DpKey } from '../core/content/nalPath';
import type { CimFailureKind, CimProperties } from '../ports/cim';

/** A package on a DP as it stood when something was asked of it. */
export interface AskedPair {
  readonly packageId: string;
  readonly dp: DpKey;
  /** Status of the SMS_DistributionPoint instance; undefined: there is none. */
  readonly target: number | undefined;
  /** State of the summarizer; undefined: it has no row. */
  readonly state: number | undefined;
  /** A job of the pair has not come to its end. */
  readonly hasOpenJob: boolean;
  readonly packageExists: boolean;
  /** The package has nothing that could be sent. */
  readonly isEmpty: boolean;
  readonly actionInProgress: number;
}

/** One call to WMI of the demo site, as a test looks at it. */
export interface AskedRequest {
  /** The site's time, UTC epoch milliseconds. */
  readonly time: number;
  readonly verb: 'get' | 'query' | 'put' | 'invoke' | 'invokeOn' | 'delete';
  readonly computer: string;
  readonly className: string;
  /** '' where the verb says all. */
  readonly method: string;
  /** Keys of the instance. */
  readonly keys: CimProperties;
  /** What was written, or the arguments. */
  readonly given: CimProperties;
  /** How many instances a write hit: those whose keys it named, or that the method acts on. */
  readonly hit: number;
  /** The pairs behind them, as they stood before. */
  readonly pairs: readonly AskedPair[];
  /** How the caller was answered; `lost`: it was carried out, and the caller was told that it failed. */
  readonly answer: 'done' | 'lost' | CimFailureKind;
}
