import type { Fate } from './fate';

/** What is new about a step. */
export type StepNews =
  | { readonly kind: 'effect'; readonly evidence: string }
  | { readonly kind: 'arrived'; readonly evidence: string }
  | { readonly kind: 'ended'; readonly fate: Fate }
  /** Still under way. `percent` of the bytes sent, and the newest message, when they are known. */
  | { readonly kind: 'none'; readonly percent: number | undefined; readonly words: string | undefined };

export const quiet: StepNews = { kind: 'none', percent: undefined, words: undefined };

export const ended = (fate: Fate): StepNews => ({ kind: 'ended', fate });
