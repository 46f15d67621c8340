import type { PlanFactSource } from '../core/redistribute/planFactSource';
import text from './planPairs.sql';
import type { Question } from './siteQuery';

/** A list as `wantedList` of textList.ts makes it. */
export interface PlanPairsParameters extends Readonly<Record<string, string | number>> {
  readonly wanted: string;
  readonly wantedCount: number;
}

interface PairRow {
  readonly dpId: number;
  readonly packageId: string;
}

/** Times UTC epoch milliseconds, states as raw codes. */
export interface PlanPairsRows {
  readonly package: {
    readonly packageId: string;
    readonly sourceVersion: number | undefined;
    readonly actionInProgress: number | undefined;
    readonly sourceDate: number | undefined;
  };
  readonly target: PairRow & {
    readonly siteCode: string;
    readonly status: number | undefined;
    readonly lastRefresh: number | undefined;
  };
  readonly summary: PairRow & { readonly siteCode: string; readonly state: number | undefined };
  /** Of jobs that have not come to an end. */
  readonly job: PairRow & { readonly state: number | undefined };
  /** How the content stands on the DPs that pull DPs fetch it from. */
  readonly source: {
    readonly packageId: string;
    readonly nalPath: string;
    readonly state: number | undefined;
  };
  readonly siteCopy: {
    readonly packageId: string;
    readonly siteCode: string;
    readonly status: number | undefined;
  };
}

export const planPairs: Question<PlanPairsParameters, PlanPairsRows, PlanFactSource> = {
  id: 'planPairs',
  text,
  needs: {
    v_DistributionPointInfo: ['ID', 'NALPath'],
    v_DistributionPoint: ['PackageID', 'ServerNALPath', 'SiteCode', 'Status', 'LastRefreshTime'],
    v_Package: ['PackageID', 'SourceVersion', 'ActionInProgress', 'SourceDate'],
  },
  optional: {
    summaries: {
      source: 'summaries',
      needs: { v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath', 'SiteCode', 'State'] },
    },
    jobs: { source: 'openJobs', needs: { vSMS_DistributionJob: ['PkgID', 'DPID', 'State'] } },
    sourcePaths: {
      source: 'pullSources',
      needs: { vPullDPFullMap: ['PullDPNALPath', 'SourceDPNALPath'] },
    },
    sourceStates: {
      source: 'summaries',
      needs: { v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath', 'State'] },
    },
    siteCopies: {
      source: 'siteCopies',
      needs: { v_PackageStatus: ['PackageID', 'SiteCode', 'Status', 'Type'] },
    },
  },
  parameters: { wanted: 'text', wantedCount: 'int' },
  decode: {
    package: (row) => ({
      packageId: row.text('PackageID'),
      sourceVersion: row.optionalInt('SourceVersion'),
      actionInProgress: row.optionalInt('ActionInProgress'),
      sourceDate: row.optionalTime('SourceDate'),
    }),
    target: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      siteCode: row.text('SiteCode'),
      status: row.optionalInt('Status'),
      lastRefresh: row.optionalTime('LastRefreshTime'),
    }),
    summary: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      siteCode: row.optionalText('SiteCode') ?? '',
      state: row.optionalInt('State'),
    }),
    job: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      state: row.optionalInt('State'),
    }),
    source: (row) => ({
      packageId: row.text('PackageID'),
      nalPath: row.text('NALPath'),
      state: row.optionalInt('State'),
    }),
    siteCopy: (row) => ({
      packageId: row.text('PackageID'),
      siteCode: row.optionalText('SiteCode') ?? '',
      status: row.optionalInt('Status'),
    }),
  },
};
