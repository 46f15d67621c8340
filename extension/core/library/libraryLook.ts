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
  /** The roles of the account decide what is shown: what is not in the list may be targeted all the same. */
  readonly isScoped: boolean;
}

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
  /** Package IDs in upper case. */
  readonly wmi: Reading<ReadonlySet<string>>;
  readonly pkgLib: Reading<PkgLibList>;
}

/** The look at these packages only. What PkgLib names like no package stays. */
export const narrowedLook = (look: LibraryLook, packageIds: ReadonlySet<string>): LibraryLook => ({
  ...look,
  site: mapped(look.site, (site) => ({ ...site, targets: onlyOf(site.targets, packageIds) })),
  wmi: mapped(look.wmi, (listed) => new Set([...listed].filter((one) => packageIds.has(one)))),
  pkgLib: mapped(look.pkgLib, (list) => ({ ...list, packages: onlyOf(list.packages, packageIds) })),
});

const mapped = <T>(reading: Reading<T>, change: (value: T) => T): Reading<T> =>
  reading.kind === 'read' ? { kind: 'read', value: change(reading.value) } : reading;

const onlyOf = <T>(all: ReadonlyMap<string, T>, keys: ReadonlySet<string>): ReadonlyMap<string, T> =>
  new Map([...all].filter(([key]) => keys.has(key)));
