import type { Pass } from './lastResult';

/** Why a pair is validated, in a sentence. @param finished a finished cycle of the DP is known */
export const validatedReason = (by: Pass['by'] | 'status', finished: boolean): string => {
  if (by === 'ValidatedVersionTime') return 'Verified, by ValidatedVersionTime.';
  if (by === 'history') return 'Verified, as remembered of an earlier read; its 2384 is no longer kept.';
  return finished
    ? 'Verified since the last finished cycle began (2384).'
    : 'Verified lately (2384); no finished cycle is known.';
};
