import type { NoParameters, Question } from './siteQuery';
import text from './targetPairs.sql';

export interface TargetPairsRows {
  /** The number that `targets` knows a DP by: from 0 on. */
  readonly dp: { readonly dpId: number; readonly dpNo: number };
  /** Bit b of a block stands for the DP with the number 24 * block + b. */
  readonly targets: { readonly packageId: string; readonly block: number; readonly bits: number };
}

/** DPs that one row of `targets` speaks of. */
export const dpsInBlock = 24;

export const targetPairs: Question<NoParameters, TargetPairsRows> = {
  id: 'targetPairs',
  text,
  needs: {
    v_DistributionPointInfo: ['ID', 'NALPath', 'SiteCode'],
    v_DistributionPoint: ['PackageID', 'ServerNALPath', 'SiteCode'],
  },
  parameters: {},
  decode: {
    dp: (row) => ({ dpId: row.int('DPID'), dpNo: row.int('DpNo') }),
    targets: (row) => ({ packageId: row.text('PackageID'), block: row.int('Block'), bits: row.int('Bits') }),
  },
};
