import type { DpKey } from '../content/nalPath';
import { pairId } from '../reconcile/pairId';
import type { ComparedRow } from './comparison';

/** A row of v_ContentDistribution without a target row of its package under the DP's present NAL path. */
export interface Untargeted {
  readonly packageId: string;
  /** DPID. */
  readonly dpId: number;
  /** undefined: the number is no DP's any more. */
  readonly dp: DpKey | undefined;
  readonly state: number | undefined;
  /** SummaryDate, UTC epoch milliseconds. */
  readonly summarized: number | undefined;
}

/** What was read of those who could expect a pair. */
export interface Expecting {
  /** The site showed some target at all: an account that is shown none may not be allowed to see them. */
  readonly someTarget: boolean;
  /** Target rows under another NAL path than a DP has now; without `dp` the path is no DP's. */
  readonly otherTargets: readonly { readonly packageId: string; readonly dp: DpKey | undefined }[];
  /** Groups, members and their packages were all read. */
  readonly groupsRead: boolean;
  readonly isGrouped: (packageId: string, dp: DpKey) => boolean;
}

/** Pairs that only v_ContentDistribution knows: no target row, and no group asks. They are never expected. */
export const leftovers = (
  untargeted: readonly Untargeted[],
  expecting: Expecting,
): readonly ComparedRow[] => {
  const { otherTargets, isGrouped } = expecting;
  const targeted = new Set(
    otherTargets.flatMap(({ packageId, dp }) => (dp === undefined ? [] : pairId(packageId, dp))),
  );
  const targetedToGone = new Set(
    otherTargets.flatMap(({ packageId, dp }) => (dp === undefined ? packageId : [])),
  );
  return untargeted
    .filter(
      ({ packageId, dp }) =>
        dp === undefined || (!targeted.has(pairId(packageId, dp)) && !isGrouped(packageId, dp)),
    )
    .map(({ packageId, dpId, dp, state, summarized }): ComparedRow => {
      const unknown = unknownBecause(expecting, dp === undefined, targetedToGone.has(packageId));
      return {
        packageId,
        ...(dp === undefined ? { goneDp: dpId } : { dp }),
        sides: [{ kind: 'state', state, summarized }],
        difference: unknown === undefined ? 'leftover' : 'unknown',
        why:
          unknown ??
          (dp === undefined
            ? 'The DP with this number is gone.'
            : 'No target row, and no group asks for it.'),
      };
    });
};

/** Why it cannot be called a leftover; undefined when it can. */
const unknownBecause = (
  { someTarget, groupsRead }: Expecting,
  isGone: boolean,
  targetedToGone: boolean,
): string | undefined => {
  if (!someTarget) return 'This account is shown no target at all, so nothing tells whether it is targeted.';
  if (isGone)
    return targetedToGone
      ? 'The package is still targeted to a DP that is gone: it may be this one.'
      : undefined;
  return groupsRead ? undefined : 'Groups could not be read: one of them may ask for it.';
};
