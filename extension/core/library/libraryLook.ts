import type { DpKey } from '../content/nalPath';
import type { PackageIni } from './packageIni';

/** What was read, or why it was not: as a sentence with the next step. */
export type Reading<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'notRead'; readonly cause: string };

/** What the site says of a package on the DP. */
export interface TargetEntry {
  /** v_DistributionPoint.Status: 0 none, 1 updated, 2 added, 3 deleted. */
  readonly status: number | undefined;
  /** LastRefreshTime, UTC epoch ms. */
  readonly refreshed: number | undefined;
  /** State of the summarizer; undefined: no row, or not read. */
  readonly state: number | undefined;
  /** The newest status message, where it is 2382, 2383 or 2385. */
  readonly failedValidation: number | undefined;
}

/** The site's targets to the DP, by package ID in upper case. */
export interface SiteList {
  readonly targets: ReadonlyMap<string, TargetEntry>;
  /** Packages with a distribution job that is not at its end, targeted or not; undefined: jobs cannot be read. */
  readonly openJobs: ReadonlySet<string> | undefined;
}

/** One instance of SMS_PackagesInContLib: the properties that were asked for. */
export type WmiInstance = Readonly<Record<string, unknown>>;

/** One thing in PkgLib. */
export interface PkgLibEntry {
  /** As it is spelt there. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** UTC epoch ms. */
  readonly modified: number;
  /** undefined: it is no file. */
  readonly ini: Reading<ReadIni> | undefined;
}

export interface ReadIni extends PackageIni {
  /** Of its text and encoding, which tell its bytes: 16 hex digits. */
  readonly fingerprint: string;
}

/** undefined: it is no file, or was not read. */
export const iniFingerprint = ({ ini }: PkgLibEntry): string | undefined =>
  ini?.kind === 'read' ? ini.value.fingerprint : undefined;

export interface PkgLibList {
  /** Named like a package, by its ID in upper case. */
  readonly packages: ReadonlyMap<string, PkgLibEntry>;
  /** Named like no package. */
  readonly strays: readonly PkgLibEntry[];
}

/** A DP's three lists, read at about the same time. */
export interface LibraryLook {
  readonly dp: DpKey;
  /** When it began: the site's time, UTC epoch ms. */
  readonly at: number;
  readonly site: Reading<SiteList>;
  /** Instances by package ID in upper case. */
  readonly wmi: Reading<ReadonlyMap<string, readonly WmiInstance[]>>;
  readonly pkgLib: Reading<PkgLibList>;
}
