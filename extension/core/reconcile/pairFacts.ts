import type { DpKey } from '../content/nalPath';

/** One status message of a pair. */
export interface PairMessage {
  readonly messageId: number;
  /** UTC epoch milliseconds. */
  readonly time: number;
  /** As text (exceeds 2^53); empty for a message known only from vSMS_DistributionDPStatus without one. */
  readonly recordId: string;
  /** Package version of attribute 410, where the message carries it. */
  readonly version: number | undefined;
}

/** The pair's row of v_DistributionPoint: content is targeted to the DP. */
export interface TargetRow {
  readonly nalPath: string;
  readonly siteCode: string;
  /** 0 none, 1 updated, 2 added, 3 deleted. */
  readonly status: number | undefined;
  readonly lastRefresh: number | undefined;
}

/** v_PackageStatusDistPointsSumm. */
export interface SummaryRow {
  readonly siteCode: string;
  readonly state: number | undefined;
  readonly sourceVersion: number | undefined;
  readonly lastCopied: number | undefined;
  readonly summaryDate: number | undefined;
}

/** vSMS_DistributionDPStatus: the newest status of the pair, with its MessageState 1, 2 or 4. */
export interface StatusRow {
  readonly messageId: number;
  readonly messageState: number;
  readonly lastUpdate: number;
  readonly recordId: string;
}

/** v_ContentDistributionVersions. May prove presence, never absence. */
export interface ValidatedVersionRow {
  readonly version: number | undefined;
  readonly time: number | undefined;
}

/** A pass of an earlier read, remembered because status messages are deleted by age. May prove presence only. */
export interface RememberedPass {
  /** UTC epoch milliseconds. */
  readonly time: number;
  /** undefined: it was not known of which version it was. */
  readonly version: number | undefined;
}

/** vSMS_DistributionJob. */
export interface JobRow {
  readonly jobId: string;
  readonly state: number;
  /** Newest of creation, start and last update. */
  readonly changed: number | undefined;
}

/** What was read of one package on one DP. `undefined`, or an empty list, means: there is no such row. */
export interface PairFacts {
  readonly packageId: string;
  readonly dp: DpKey;
  /** The exact NAL path of the DP's current row; of the target row when the DP is gone. */
  readonly nalPath: string;
  /** SiteCode key of the SMS_DistributionPoint instance. */
  readonly siteCode: string;
  /** The package is assigned to a DP group that the DP is a member of. */
  readonly inGroup: boolean;
  /** undefined: no target row, only a group asks for the pair. */
  readonly target: TargetRow | undefined;
  /** Other target rows of the same pair: left by a DP reassignment. */
  readonly surplusTargets: readonly TargetRow[];
  readonly summary: SummaryRow | undefined;
  readonly status: StatusRow | undefined;
  /** v_ContentDistribution.StateGroup: 1 installed, 2 in progress, 4 failed. */
  readonly stateGroup: number | undefined;
  readonly validated: ValidatedVersionRow | undefined;
  /** From the tool's own history, where one is kept. */
  readonly rememberedPass?: RememberedPass | undefined;
  readonly jobs: readonly JobRow[];
  /** The newest status message of each message ID. */
  readonly messages: readonly PairMessage[];
  /** vSMS_Content has content of the package: it is not gone although v_Package lacks it. */
  readonly hasContent: boolean | undefined;
}
