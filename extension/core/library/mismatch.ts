import type { DpKey } from '../content/nalPath';

/** A list of what a DP holds: the site's targets, SMS_PackagesInContLib of the DP, the .INI files of its PkgLib. */
export type LibraryList = 'site' | 'wmi' | 'pkgLib';
export const libraryLists: readonly LibraryList[] = ['site', 'wmi', 'pkgLib'];

/** What a list says of a package; one that was not read, or not understood, is `unknown`, never `absent`. */
export type ListStanding = 'present' | 'absent' | 'unknown';

export type MismatchKind =
  | 'onlyInWmi'
  /** Whether it is targeted is `targeted`. */
  | 'onlyInPkgLib'
  /** In both lists of the DP, and not targeted. */
  | 'notTargeted'
  /** Targeted, in neither list, and nothing is on its way. */
  | 'notThere'
  /** What stands in PkgLib cannot be understood: half an INI, a folder in place of a file, a name of no package. */
  | 'damaged'
  /** The lists agree; DataLib or FileLib lacks what they name. */
  | 'filesMissing'
  /** It changed between the looks, a distribution is under way, or the pair was refreshed just now. */
  | 'inFlight'
  | 'unknown';

/** Where something was found in a DP's content library. */
export type LibraryPlace = 'wmi' | 'pkgLib' | 'dataLib' | 'fileLib';

export type FindingKind =
  /** It is not there, in a folder that was listed. */
  | 'absent'
  /** It could not be read: access denied, no answer. */
  | 'unreadable'
  /** It was read and says something else than its place does: empty, cut off, sections or keys that lack. */
  | 'notUnderstood'
  /** A folder or a link in place of a file, a file in place of a folder. */
  | 'wrongKind'
  /** It is named like nothing that belongs there. */
  | 'strayName'
  /** More was there to look at than is looked at. */
  | 'notLookedAt';

/** One thing that was found, as it stands. */
export interface LibraryFinding {
  readonly in: LibraryPlace;
  readonly kind: FindingKind;
  /** Below the library's root, for example `PkgLib\PS100012.INI`. */
  readonly path: string;
  /** What is wrong, as a sentence. */
  readonly detail: string;
}

/** One package on one DP whose lists differ, or whose library cannot be what they say. */
export interface Mismatch {
  readonly dp: DpKey;
  readonly dpName: string;
  /** In upper case; '' for a thing in PkgLib that is named like no package: then `findings` has its path. */
  readonly packageId: string;
  /** '' where the site does not know the package. */
  readonly packageName: string;
  readonly kind: MismatchKind;
  /** undefined: the site's list could not be read. */
  readonly targeted: boolean | undefined;
  readonly lists: Readonly<Record<LibraryList, ListStanding>>;
  readonly findings: readonly LibraryFinding[];
  /** Two looks some minutes apart agreed. Without that nothing is repaired. */
  readonly seenTwice: boolean;
}

/** Why mismatches of a DP are only reported. What is not known counts as not repairable. */
export type OnlyReported =
  /** The DP stands on a primary or secondary site server: its PkgLib is the site's own. */
  | 'siteServer'
  /** Its library is not on a drive of its own. */
  | 'remoteLibrary'
  /** Whether one of these is so could not be read. */
  | 'notKnown';
