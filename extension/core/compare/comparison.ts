import type { DpKey } from '../content/nalPath';
import type { Tally } from '../reconcile/tally';
import type { Verdict } from '../reconcile/verdict';
import type { Difference } from './difference';

/** A package that is expected on a DP, and how it stands there. */
export interface ContentSide {
  readonly kind: 'content';
  readonly verdict: Verdict;
  readonly reason: string;
  /** Package version on the DP, where the site tells it. */
  readonly version: number | undefined;
  /** Newest pass or fail, UTC epoch milliseconds. */
  readonly lastResult: number | undefined;
}

/** What one of the compared has of a row. */
export type Side =
  | ContentSide
  | { readonly kind: 'absent' }
  | { readonly kind: 'present' }
  /** It could not be read: neither absent nor present. */
  | { readonly kind: 'unknown' }
  /** Names of the groups that ask for it. */
  | { readonly kind: 'groups'; readonly names: readonly string[] }
  /** How the pairs of a package in a group, or of a member, stand. */
  | { readonly kind: 'tally'; readonly tally: Tally }
  /** On so many members of a group. */
  | { readonly kind: 'members'; readonly has: number; readonly of: number }
  /** What v_ContentDistribution says; raw codes, and SummaryDate in UTC epoch milliseconds. */
  | { readonly kind: 'state'; readonly state: number | undefined; readonly summarized: number | undefined };

/** A package, a DP, or a package on a DP, with what each of the compared has of it. */
export interface ComparedRow {
  readonly packageId?: string;
  readonly dp?: DpKey;
  /** DPID of what is no DP any more, in place of `dp`. */
  readonly goneDp?: number;
  /** As many as are compared, in their order. */
  readonly sides: readonly Side[];
  readonly difference: Difference;
  /** What the difference rests on or what to do about it, in a sentence; may be empty. */
  readonly why: string;
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** What could not be read, each with its cause, in words. What rests on it is unknown in the rows. */
  readonly notRead: readonly string[];
}
