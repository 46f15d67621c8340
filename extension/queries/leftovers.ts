import type { Question } from './siteQuery';
import text from './leftovers.sql';

export interface LeftoverRows {
  readonly untargeted: {
    readonly packageId: string;
    readonly dpId: number;
    /** undefined: the number is no DP's any more. */
    readonly nalPath: string | undefined;
    readonly state: number | undefined;
    /** SummaryDate, UTC epoch milliseconds. */
    readonly summarized: number | undefined;
  };
  readonly otherTarget: { readonly packageId: string; readonly nalPath: string };
  /** One row; without an ID the site shows no target at all. */
  readonly someTarget: { readonly packageId: string | undefined };
}

/** 0 stands for all; else a DPID. */
export interface LeftoverParameters extends Readonly<Record<string, number>> {
  readonly dpId: number;
}

export const leftoverPairs: Question<LeftoverParameters, LeftoverRows> = {
  id: 'leftovers',
  text,
  needs: {
    v_ContentDistribution: ['PkgID', 'DPID', 'State', 'SummaryDate'],
    v_DistributionPoint: ['PackageID', 'ServerNALPath'],
    v_DistributionPointInfo: ['ID', 'NALPath', 'ServerName', 'ResourceType'],
  },
  parameters: { dpId: 'int' },
  decode: {
    untargeted: (row) => ({
      packageId: row.text('PackageID'),
      dpId: row.int('DPID'),
      nalPath: row.optionalText('NALPath'),
      state: row.optionalInt('State'),
      summarized: row.optionalTime('SummaryDate'),
    }),
    otherTarget: (row) => ({ packageId: row.text('PackageID'), nalPath: row.text('NALPath') }),
    someTarget: (row) => ({ packageId: row.optionalText('PackageID') }),
  },
};
