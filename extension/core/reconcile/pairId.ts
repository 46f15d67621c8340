import type { DpKey } from '../content/nalPath';

/** One package on one DP, as text: stable over refreshes, so selections and rows survive them. */
export type PairId = string & { readonly brand: 'PairId' };

export const pairId = (packageId: string, dp: DpKey): PairId => `${packageId}@${dp}` as PairId;
