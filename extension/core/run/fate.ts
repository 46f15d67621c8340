import type { BadPackage } from '../validate/validationSigns';

/**
 * How a step ended:
 * - `repaired`: a validation of the package passed after what was done, or found the lists of the DP to agree
 * - `accepted`: the site took it, and there is nothing to prove (cancel, remove, a run of smsdpmon)
 * - `notProved`: done, but nobody saw its result; the cause says what is known
 * - `failed`: a status message, a job or the provider says so
 * - `skipped`: nothing was written
 * - `unsure`: it may have been written or not, and the site's state does not decide
 */
export const fateKinds = ['repaired', 'accepted', 'notProved', 'failed', 'skipped', 'unsure'] as const;
export type FateKind = (typeof fateKinds)[number];

export interface Fate {
  readonly kind: FateKind;
  /** Cause and, where there is one, the next step. Sentences. */
  readonly cause: string;
  /** Nothing came of it in time: for the breaker as bad as a failure. */
  readonly timedOut?: true;
  /** Packages that a validation of the whole DP found bad. */
  readonly culprits?: readonly BadPackage[];
}

export const isGood = ({ kind }: Fate): boolean => kind === 'repaired' || kind === 'accepted';

/** Counts against the DP. What was never written says nothing of it; nor does what cannot be proved there. */
export const isFailure = ({ kind, timedOut }: Fate): boolean =>
  kind === 'failed' || kind === 'unsure' || timedOut === true;

/** How many of each there are. */
export type FateCounts = Readonly<Record<FateKind, number>>;

export const countFates = (fates: Iterable<Fate>): FateCounts => {
  const counts: Record<FateKind, number> = {
    repaired: 0,
    accepted: 0,
    notProved: 0,
    failed: 0,
    skipped: 0,
    unsure: 0,
  };
  for (const { kind } of fates) counts[kind] += 1;
  return counts;
};
