import type { BadPackage } from '../validate/validationSigns';
import type { Fate } from './fate';

/** What is new about a step. */
export type StepNews =
  | { readonly kind: 'effect'; readonly evidence: string }
  | { readonly kind: 'arrived'; readonly evidence: string }
  | { readonly kind: 'ended'; readonly fate: Fate }
  /** Still under way. `percent` of the bytes sent or packages evaluated, and the newest message, when they are known. */
  | {
      readonly kind: 'none';
      readonly percent: number | undefined;
      readonly words: string | undefined;
      /** Milliseconds, of the validation of a whole DP. */
      readonly left?: number | undefined;
      /** What that has found bad so far. */
      readonly culprits?: readonly BadPackage[];
    };

export const quiet: StepNews = { kind: 'none', percent: undefined, words: undefined };

export const ended = (fate: Fate): StepNews => ({ kind: 'ended', fate });
