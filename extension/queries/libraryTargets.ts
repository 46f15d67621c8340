import text from './libraryTargets.sql';
import type { Question } from './siteQuery';
import { targetedContent, type TargetedContentParameters } from './targetedContent';

export interface LibraryTargetsRows {
  readonly target: {
    readonly packageId: string;
    readonly nalPath: string;
    /** 0 none, 1 updated, 2 added, 3 deleted. */
    readonly status: number | undefined;
    readonly lastRefreshTime: number | undefined;
    /** Of the summarizer. */
    readonly state: number | undefined;
    /** 2382 to 2385; undefined when the newest status is about something else. */
    readonly lastValidation: number | undefined;
  };
  /** A package with a distribution job to the DP that is not at its end. */
  readonly job: { readonly packageId: string };
}

/** Targets of the DP that `server` names, in lower case; `packageId` '' is all of them. */
export const libraryTargets: Question<TargetedContentParameters, LibraryTargetsRows> = {
  id: 'libraryTargets',
  text,
  base: targetedContent,
  needs: {
    v_DistributionPoint: [
      ...['PackageID', 'ServerNALPath', 'SiteCode', 'ResourceType', 'Status'],
      'LastRefreshTime',
    ],
    v_DistributionPointInfo: ['ID', 'NALPath'],
  },
  optional: {
    states: {
      source: 'summaries',
      needs: { v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath', 'State'] },
    },
    jobs: {
      source: 'jobs',
      needs: { vSMS_DistributionJob: ['PkgID', 'NALPath', 'State'] },
    },
  },
  parameters: { packageId: 'text', server: 'text' },
  decode: {
    target: (row) => ({
      packageId: row.text('PackageID'),
      nalPath: row.text('NALPath'),
      status: row.optionalInt('Status'),
      lastRefreshTime: row.optionalTime('LastRefreshTime'),
      state: row.optionalInt('State'),
      lastValidation: row.optionalInt('ValidationID'),
    }),
    job: (row) => ({ packageId: row.text('PackageID') }),
  },
};
