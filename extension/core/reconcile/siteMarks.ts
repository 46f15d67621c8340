import type { DpKey } from '../content/nalPath';

/** How far a site was read: what a later read compares with, to find what has changed since. */
export interface SiteMarks {
  /** The site's time when the marks were taken, UTC epoch milliseconds. */
  readonly takenAt: number;
  /** Status messages that are kept: if they are not those of before and those that came, some were deleted. */
  readonly messages: number;
  /** Newest RecordID (as text) by originating site: of one site they grow; times do not, messages come late. */
  readonly newest: ReadonlyMap<string, string>;
  /** Target rows by NAL path (in lower case), and by package. */
  readonly targetsByPath: ReadonlyMap<string, TargetStamp>;
  readonly targetsByPackage: ReadonlyMap<string, TargetStamp>;
  /** Target rows of each DP's own path and site. */
  readonly ownTargets: ReadonlyMap<DpKey, number>;
  /** Packages that vSMS_Content has content of. */
  readonly contents: ReadonlySet<string>;
  /** Distribution jobs, by JobID. */
  readonly jobs: ReadonlyMap<string, JobMark>;
}

/** Another count or another sum of their Status: targets came, went or are being removed. */
export interface TargetStamp {
  readonly targets: number;
  /** As text: it may be a bigint. */
  readonly statuses: string;
}

export interface JobMark {
  /** undefined: of no DP that is known. */
  readonly dp: DpKey | undefined;
  readonly packageId: string;
  /** State and times. */
  readonly stamp: string;
}

/** A status message that came after the marks, with what it is about as far as that is told. */
export interface NewMessage {
  readonly messageId: number;
  readonly time: number;
  readonly dp: DpKey | undefined;
  readonly packageId: string | undefined;
}

/** What the site says has changed since marks were taken. */
export interface SiteNews {
  readonly messages: readonly NewMessage[];
  /** Pairs of which a row is dated after the marks; of a server that is no DP without `dp`. */
  readonly pairs: readonly { readonly dp: DpKey | undefined; readonly packageId: string }[];
}

/** Messages that a search for a pair's package or DP does not find, by RecordID (as text). */
export interface LooseMessages {
  /** They lack the attribute of the DP or of the package. */
  readonly loose: readonly {
    readonly recordId: string;
    readonly dp: DpKey;
    readonly packageId: string | undefined;
  }[];
  /** They name a DP otherwise than by its NAL path. */
  readonly samples: readonly { readonly recordId: string; readonly dp: DpKey }[];
}
