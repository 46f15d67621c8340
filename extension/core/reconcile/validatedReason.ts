import type { Pass } from './lastResult';

/** Why a pair is validated, in a sentence. @param finished a finished cycle of the DP is known */
export const validatedReason = (by: Pass['by'] | 'status', finished: boolean): string => {
  if (by === 'ValidatedVersionTime') return 'Verified, by ValidatedVersionTime.';
  return finished
    ? 'Verified since the last finished cycle began (2384).'
    : 'Verified lately (2384); no finished cycle is known.';
};
