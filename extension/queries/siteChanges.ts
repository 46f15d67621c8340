import { looseMessages } from './looseMessages';
import { missingContent } from './missingContent';
import type { Question } from './siteQuery';
import text from './siteChanges.sql';

/** `since` as queries/textList.ts makes it; with `sinceCount` 0 nothing counts as changed. */
export interface SiteChangesParameters extends Readonly<Record<string, string | number>> {
  readonly since: string;
  readonly sinceCount: number;
  /** Rows with a date from here on may have changed. UTC epoch ms. */
  readonly changedAfter: number;
  /** Packages that are targeted and that v_Package may lack. */
  readonly packages: string;
  readonly packagesCount: number;
}

export interface SiteChangesRows {
  /** Status messages about content and cycles that are kept. */
  readonly messageCount: { readonly messages: number };
  /** Newest message of each originating site, of all components. */
  readonly newest: { readonly siteCode: string; readonly recordId: string };
  readonly targetsByPath: {
    readonly nalPath: string;
    readonly targets: number;
    /** Sum of their Status, as text: a target that is being removed is seen by it. */
    readonly statuses: string;
  };
  /** Rows of the DP's own path and site. */
  readonly ownTargets: { readonly dpId: number; readonly targets: number };
  /** Packages of which a target is dated since then. */
  readonly newTarget: { readonly packageId: string };
  /** Packages of vSMS_Content. */
  readonly content: { readonly packageId: string };
  readonly job: {
    readonly jobId: string;
    readonly dpId: number | undefined;
    readonly packageId: string;
    /** State and times as one text: another text is a change. */
    readonly stamp: string;
  };
  /** A new status message. */
  readonly news: {
    readonly recordId: string;
    readonly messageId: number;
    readonly time: number;
    readonly dpId: number | undefined;
    readonly packageId: string | undefined;
    /** It lacks the attribute of the DP or of the package. */
    readonly isLoose: boolean;
    /** It names the DP otherwise than by its NAL path. */
    readonly isSample: boolean;
  };
  /** A pair of which a row was dated since then; of a server that is no DP without `dpId`. */
  readonly changed: { readonly dpId: number | undefined; readonly packageId: string };
}

export const siteChanges: Question<SiteChangesParameters, SiteChangesRows> = {
  id: 'siteChanges',
  text,
  base: missingContent,
  needs: {
    ...looseMessages.needs,
    v_DistributionPoint: ['PackageID', 'ServerNALPath', 'SiteCode', 'Status', 'LastRefreshTime'],
    v_StatusMessage: ['RecordID', 'MessageID', 'Time', 'Component', 'MachineName', 'SiteCode'],
    v_Site: ['SiteCode'],
  },
  optional: {
    packageIds: { source: 'groups', needs: { v_DPGroupPackages: ['PkgID'] } },
    newSummaries: {
      source: 'summaries',
      needs: { v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath', 'SummaryDate'] },
    },
    newVersions: {
      source: 'validatedVersions',
      needs: { v_ContentDistributionVersions: ['PkgID', 'DPNALPath', 'ValidatedVersionTime'] },
    },
    newStatuses: {
      source: 'statuses',
      needs: { vSMS_DistributionDPStatus: ['PackageID', 'DPID', 'LastUpdateDate'] },
    },
    newStates: {
      source: 'contentStates',
      needs: { v_ContentDistribution: ['PkgID', 'DPID', 'SummaryDate'] },
    },
    jobs: {
      source: 'jobs',
      needs: {
        vSMS_DistributionJob: [
          'JobID',
          'DPID',
          'PkgID',
          'State',
          'CreationTime',
          'StartTime',
          'LastUpdateTime',
        ],
      },
    },
  },
  parameters: {
    since: 'text',
    sinceCount: 'int',
    changedAfter: 'time',
    packages: 'text',
    packagesCount: 'int',
  },
  decode: {
    messageCount: (row) => ({ messages: row.int('Messages') }),
    newest: (row) => ({ siteCode: row.text('SiteCode'), recordId: row.bigintText('RecordID') }),
    targetsByPath: (row) => ({
      nalPath: row.optionalText('NALPath') ?? '',
      targets: row.int('Targets'),
      statuses: row.text('Statuses'),
    }),
    ownTargets: (row) => ({ dpId: row.int('DPID'), targets: row.int('Targets') }),
    newTarget: (row) => ({ packageId: row.text('PackageID') }),
    content: (row) => ({ packageId: row.text('PackageID') }),
    job: (row) => ({
      jobId: row.text('JobID'),
      dpId: row.optionalInt('DPID'),
      packageId: row.text('PackageID'),
      stamp: [
        row.optionalInt('State'),
        row.optionalTime('CreationTime'),
        row.optionalTime('StartTime'),
        row.optionalTime('LastUpdateTime'),
      ].join(' '),
    }),
    news: (row) => ({
      recordId: row.bigintText('RecordID'),
      messageId: row.int('MessageID'),
      time: row.time('Time'),
      dpId: row.optionalInt('DPID'),
      packageId: row.optionalText('PackageID'),
      isLoose: row.flag('Lacks'),
      isSample: row.flag('IsSample'),
    }),
    changed: (row) => ({ dpId: row.optionalInt('DPID'), packageId: row.text('PackageID') }),
  },
};
