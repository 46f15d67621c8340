import type { DpCycles } from '../core/reconcile/cycle';
import type { JobRow, PairMessage, StatusRow, SummaryRow, TargetRow } from '../core/reconcile/pairFacts';
import text from './missingContent.sql';
import type { RowReader } from './rowReader';
import type { Question } from './siteQuery';

/** Rows that belong to a pair name it by its number, as text. */
export interface OfPair {
  readonly pairNo: string;
}

/** A pair's facts but for jobs, messages and surplus targets, which come before as results of their own. */
export interface PairRow extends OfPair {
  readonly dpId: number;
  readonly packageId: string;
  readonly target: TargetRow | undefined;
  readonly summary: SummaryRow | undefined;
  readonly status: StatusRow | undefined;
  readonly stateGroup: number | undefined;
  readonly validated: { readonly version: number | undefined; readonly time: number | undefined } | undefined;
  readonly hasContent: boolean;
}

/** In the order in which they arrive: what is needed to grade pairs comes before the pairs. */
export interface MissingContentRows {
  readonly cycle: DpCycles & { readonly dpId: number };
  readonly oldestPass: { readonly time: number | undefined; readonly recordId: string | undefined };
  readonly plainByDp: { readonly dpId: number; readonly pairs: number };
  readonly plainByPackage: { readonly packageId: string; readonly pairs: number };
  /** Of DPs without a finished cycle: the oldest pass that is not stale yet, when there is one. */
  readonly late: { readonly dpId: number; readonly firstSeen: number | undefined };
  readonly gone: TargetRow & { readonly packageId: string; readonly resourceType: string };
  readonly surplus: TargetRow & OfPair;
  readonly job: JobRow & OfPair;
  readonly message: PairMessage & OfPair;
  readonly pair: PairRow;
}

/** With `countPlain` 1, plainly validated pairs are only counted. */
export interface MissingContentParameters extends Readonly<Record<string, string | number>> {
  readonly countPlain: 0 | 1;
  /** A pass older than this may be stale where no finished cycle is known. UTC epoch ms. */
  readonly staleBefore: number;
}

const summaryColumns = [
  'PackageID',
  'ServerNALPath',
  'SiteCode',
  'State',
  'SourceVersion',
  'LastCopied',
  'SummaryDate',
];
const statusColumns = ['PackageID', 'DPID', 'MessageID', 'MessageState', 'LastStatusID', 'LastUpdateDate'];
const passColumns = ['DPID', 'MessageID', 'MessageState', 'LastUpdateDate'];
const versionColumns = ['PkgID', 'DPNALPath', 'ValidatedVersion', 'ValidatedVersionTime'];

export const missingContent: Question<MissingContentParameters, MissingContentRows> = {
  id: 'missingContent',
  text,
  needs: {
    v_DistributionPointInfo: ['ID', 'NALPath', 'ServerName', 'SiteCode', 'ResourceType'],
    v_Package: ['PackageID', 'PackageType', 'PkgSourceFlag', 'PkgFlags', 'SourceVersion', 'ActionInProgress'],
    v_SmsPackage: ['PkgID', 'Action', 'StoredPkgVersion'],
    v_DistributionPoint: [
      'PackageID',
      'ServerNALPath',
      'SiteCode',
      'Status',
      'LastRefreshTime',
      'ResourceType',
    ],
    v_StatusMessage: ['RecordID', 'MessageID', 'Time', 'Component', 'MachineName'],
    v_StatMsgAttributes: ['RecordID', 'AttributeID', 'AttributeValue'],
    v_StatMsgInsStrings: ['RecordID', 'InsStrIndex', 'InsStrValue'],
  },
  optional: {
    packageIds: { source: 'groups', needs: { v_DPGroupPackages: ['PkgID'] } },
    memberPaths: { source: 'groups', needs: { v_DPGroupMembers: ['DPNALPath'] } },
    groupDps: { source: 'groups', needs: { v_DPGroupMembers: ['GroupID', 'DPNALPath'] } },
    unmet: {
      source: 'groups',
      needs: { v_DPGroupPackages: ['GroupID', 'PkgID'] },
    },
    summaryPaths: { source: 'summaries', needs: { v_PackageStatusDistPointsSumm: summaryColumns } },
    doubtfulSummaries: { source: 'summaries', needs: { v_PackageStatusDistPointsSumm: summaryColumns } },
    summaryRows: { source: 'summaries', needs: { v_PackageStatusDistPointsSumm: summaryColumns } },
    otherPasses: {
      source: 'statuses',
      needs: { vSMS_DistributionDPStatus: ['LastStatusID', 'MessageID', 'MessageState'] },
    },
    doubtfulStatuses: {
      source: 'statuses',
      needs: {
        vSMS_DistributionDPStatus: ['PackageID', 'DPID', 'MessageID', 'MessageState', 'LastUpdateDate'],
      },
    },
    lateVersions: {
      source: 'validatedVersions',
      needs: { v_ContentDistributionVersions: versionColumns },
    },
    versionPasses: {
      source: 'validatedVersions',
      needs: {
        v_ContentDistributionVersions: versionColumns,
        v_SmsPackage: ['PkgID', 'SourceSize'],
      },
    },
    otherVersions: {
      source: 'statuses',
      needs: {
        vSMS_DistributionDPStatus: ['PackageID', 'DPID', 'MessageID', 'MessageState', 'LastStatusID'],
      },
    },
    unproved: {
      source: 'statuses',
      needs: {
        vSMS_DistributionDPStatus: ['PackageID', 'DPID', 'MessageID', 'MessageState', 'LastUpdateDate'],
      },
    },
    passed: { source: 'statuses', needs: { vSMS_DistributionDPStatus: passColumns } },
    latePasses: { source: 'statuses', needs: { vSMS_DistributionDPStatus: passColumns } },
    statusRows: { source: 'statuses', needs: { vSMS_DistributionDPStatus: statusColumns } },
    doubtfulStates: {
      source: 'contentStates',
      needs: { v_ContentDistribution: ['PkgID', 'DPID', 'StateGroup'] },
    },
    stateRows: { source: 'contentStates', needs: { v_ContentDistribution: ['PkgID', 'DPID', 'StateGroup'] } },
    doubtfulVersions: {
      source: 'validatedVersions',
      needs: { v_ContentDistributionVersions: versionColumns },
    },
    versionRows: { source: 'validatedVersions', needs: { v_ContentDistributionVersions: versionColumns } },
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
    contentIds: { source: 'contents', needs: { vSMS_Content: ['PkgID'] } },
  },
  parameters: { countPlain: 'int', staleBefore: 'time' },
  decode: {
    cycle: (row) => ({
      dpId: row.int('DPID'),
      lastEnd: row.optionalTime('LastEnd'),
      previousEnd: row.optionalTime('PreviousEnd'),
      startMark: row.optionalTime('StartMark'),
      newestStart: row.optionalTime('NewestStart'),
      newestBroken: row.optionalTime('NewestBroken'),
      firstSeen: row.optionalTime('FirstSeen'),
      results: row.optionalInt('Results'),
      previousResults: row.optionalInt('PreviousResults'),
      records: {
        lastEnd: row.optionalText('LastEndRecord'),
        startMark: row.optionalText('StartMarkRecord'),
        newestStart: row.optionalText('NewestStartRecord'),
        newestBroken: row.optionalText('NewestBrokenRecord'),
      },
    }),
    oldestPass: (row) => ({ time: row.optionalTime('Time'), recordId: row.optionalText('RecordID') }),
    plainByDp: (row) => ({ dpId: row.int('DPID'), pairs: row.int('Pairs') }),
    plainByPackage: (row) => ({ packageId: row.text('PackageID'), pairs: row.int('Pairs') }),
    late: (row) => ({ dpId: row.int('DPID'), firstSeen: row.optionalTime('FirstSeen') }),
    gone: (row) => ({
      packageId: row.text('PackageID'),
      resourceType: row.optionalText('ResourceType') ?? '',
      ...targetOf(row),
    }),
    surplus: (row) => ({ pairNo: row.text('PairNo'), ...targetOf(row) }),
    job: (row) => ({
      pairNo: row.text('PairNo'),
      jobId: row.text('JobID'),
      state: row.int('State'),
      changed: newestOf(
        row.optionalTime('CreationTime'),
        row.optionalTime('StartTime'),
        row.optionalTime('LastUpdateTime'),
      ),
    }),
    message: (row) => ({
      pairNo: row.text('PairNo'),
      messageId: row.int('MessageID'),
      time: row.time('Time'),
      recordId: row.bigintText('RecordID'),
      version: versionOf(row.optionalText('Version')),
    }),
    pair: (row) => ({
      pairNo: row.text('PairNo'),
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      target: row.optionalText('NALPath') === undefined ? undefined : targetOf(row),
      summary: row.optionalText('SummarySiteCode') === undefined ? undefined : summaryOf(row),
      status: row.optionalInt('MessageID') === undefined ? undefined : statusOf(row),
      stateGroup: row.optionalInt('StateGroup'),
      validated: row.flag('HasVersion')
        ? {
            version: row.optionalInt('ValidatedVersion'),
            time: row.optionalTime('ValidatedVersionTime'),
          }
        : undefined,
      hasContent: row.flag('HasContent'),
    }),
  },
};

const targetOf = (row: RowReader): TargetRow => ({
  nalPath: row.text('NALPath'),
  siteCode: row.text('SiteCode'),
  status: row.optionalInt('Status'),
  lastRefresh: row.optionalTime('LastRefreshTime'),
});

const summaryOf = (row: RowReader): SummaryRow => ({
  siteCode: row.text('SummarySiteCode'),
  state: row.optionalInt('State'),
  sourceVersion: row.optionalInt('SourceVersion'),
  lastCopied: row.optionalTime('LastCopied'),
  summaryDate: row.optionalTime('SummaryDate'),
});

const statusOf = (row: RowReader): StatusRow => ({
  messageId: row.int('MessageID'),
  messageState: row.int('MessageState'),
  lastUpdate: row.time('LastUpdateDate'),
  recordId: row.bigintText('LastStatusID'),
});

const newestOf = (...times: readonly (number | undefined)[]): number | undefined => {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

/** Attribute 410 is text that anything may have written: what is no number tells no version. */
const versionOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
