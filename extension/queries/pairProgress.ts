import text from './pairProgress.sql';
import type { Question } from './siteQuery';

/** `wanted` as queries/textList.ts makes it. */
export interface PairProgressParameters extends Readonly<Record<string, string | number>> {
  readonly wanted: string;
  readonly wantedCount: number;
  /** Messages from here on. UTC epoch ms. */
  readonly since: number;
}

interface PairKey {
  readonly dpId: number;
  readonly packageId: string;
}

export interface PairProgressRows {
  readonly package: {
    readonly packageId: string;
    readonly sourceVersion: number | undefined;
    readonly actionInProgress: number | undefined;
  };
  readonly pair: PairKey & {
    /** Rows of v_DistributionPoint. */
    readonly targets: number;
    readonly status: number | undefined;
    readonly lastRefreshTime: number | undefined;
    readonly state: number | undefined;
    readonly lastCopied: number | undefined;
  };
  /** The newest of the pair. */
  readonly job: PairKey & {
    readonly state: number;
    readonly created: number | undefined;
    readonly updated: number | undefined;
    /** Bytes. */
    readonly remaining: number | undefined;
    readonly total: number | undefined;
  };
  readonly message: PairKey & {
    readonly recordId: string;
    readonly messageId: number;
    readonly time: number;
    readonly win32Error: number;
    /** The third insertion string: the percentage of 8204 and 9508. */
    readonly string3: string;
  };
  /** The newest status of the pair. */
  readonly status: PairKey & {
    readonly recordId: string;
    readonly messageId: number;
    readonly time: number;
  };
}

/** What a site may be unable to tell of the progress of a distribution. */
export type ProgressSource = 'summaries' | 'jobs' | 'statuses';

export const pairProgress: Question<PairProgressParameters, PairProgressRows, ProgressSource> = {
  id: 'pairProgress',
  text,
  needs: {
    v_DistributionPoint: ['PackageID', 'ServerNALPath', 'Status', 'LastRefreshTime'],
    v_DistributionPointInfo: ['ID', 'NALPath', 'ServerName'],
    v_Package: ['PackageID', 'SourceVersion', 'ActionInProgress'],
    v_StatusMessage: ['RecordID', 'MessageID', 'Time', 'Win32Error', 'MachineName', 'Component'],
    v_StatMsgAttributes: ['RecordID', 'AttributeID', 'AttributeValue'],
    v_StatMsgInsStrings: ['RecordID', 'InsStrIndex', 'InsStrValue'],
  },
  optional: {
    summaries: {
      source: 'summaries',
      needs: { v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath', 'State', 'LastCopied'] },
    },
    jobs: {
      source: 'jobs',
      needs: {
        vSMS_DistributionJob: [
          ...['JobID', 'PkgID', 'NALPath', 'State', 'CreationTime', 'LastUpdateTime'],
          ...['RemainingSize', 'TotalSize'],
        ],
      },
    },
    statuses: {
      source: 'statuses',
      needs: {
        vSMS_DistributionDPStatus: ['PackageID', 'DPID', 'LastStatusID', 'MessageID', 'LastUpdateDate'],
      },
    },
  },
  parameters: { wanted: 'text', wantedCount: 'int', since: 'time' },
  decode: {
    package: (row) => ({
      packageId: row.text('PackageID'),
      sourceVersion: row.optionalInt('SourceVersion'),
      actionInProgress: row.optionalInt('ActionInProgress'),
    }),
    pair: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      targets: row.int('Targets'),
      status: row.optionalInt('Status'),
      lastRefreshTime: row.optionalTime('LastRefreshTime'),
      state: row.optionalInt('State'),
      lastCopied: row.optionalTime('LastCopied'),
    }),
    job: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      state: row.int('State'),
      created: row.optionalTime('CreationTime'),
      updated: row.optionalTime('LastUpdateTime'),
      remaining: row.optionalBigint('RemainingSize'),
      total: row.optionalBigint('TotalSize'),
    }),
    message: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      recordId: row.bigintText('RecordID'),
      messageId: row.int('MessageID'),
      time: row.time('Time'),
      win32Error: row.optionalInt('Win32Error') ?? 0,
      string3: row.optionalText('String3') ?? '',
    }),
    status: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      recordId: row.bigintText('RecordID'),
      messageId: row.int('MessageID'),
      time: row.time('Time'),
    }),
  },
};
