import type { LogLine } from '../analyse/logLine';
import type { Captures } from './fitPattern';
import type { Signature } from './signature';

/** A signature that was found, and all lines that this rests on. */
export interface SignatureHit {
  readonly signature: Signature;
  /** Of the first line, and of the second what the first does not have. */
  readonly captures: Captures;
  readonly lines: readonly LogLine[];
}
