import { possibleDifferences, type ListDifference, type Standings } from '../library/listDifference';
import type { ListStanding } from '../library/mismatch';
import { tallyClass } from '../reconcile/tally';
import type { Verdict } from '../reconcile/verdict';
import type { ComparedRow, Side } from './comparison';
import type { Difference } from './difference';
import { libraryAdvice } from './libraryAdvice';

/** Package IDs in upper case; undefined when they could not be read. */
export type PackageList = ReadonlySet<string> | undefined;

/** The three that should agree on what a DP holds. */
export interface LibrarySources {
  /** What the site targets to the DP, with its verdict where one is known. */
  readonly targets: ReadonlyMap<string, Verdict | undefined> | undefined;
  /** SMS_PackagesInContLib of the DP. */
  readonly wmi: PackageList;
  /** The .INI files of PkgLib in the DP's content library. */
  readonly pkgLib: PackageList;
  /** Packages of which PkgLib has something that is no .INI: whether they are in it is unknown. */
  readonly unclear?: ReadonlySet<string>;
  /** The library is the site's own, so that PkgLib says nothing of its DP; undefined is not known. */
  readonly isSiteLibrary: boolean | undefined;
}

/** Every package that one of the three names, once. */
export const compareThreeWays = ({
  targets,
  wmi,
  pkgLib,
  unclear = new Set(),
  isSiteLibrary,
}: LibrarySources): readonly ComparedRow[] => {
  const packageIds = new Set([...(targets?.keys() ?? []), ...(wmi ?? []), ...(pkgLib ?? []), ...unclear]);
  return Array.from(packageIds, (packageId): ComparedRow => {
    const lists: Standings = {
      site: standingIn(targets, packageId),
      wmi: standingIn(wmi, packageId),
      pkgLib: unclear.has(packageId) ? 'unknown' : standingIn(pkgLib, packageId),
    };
    const [first, ...others] = possibleDifferences(lists, isSiteLibrary);
    const isCertain = first !== undefined && others.length === 0;
    const difference = isCertain ? shownAs(first, targets?.get(packageId)) : 'unknown';
    return {
      packageId,
      sides: [lists.site, lists.wmi, lists.pkgLib].map((kind): Side => ({ kind })),
      difference,
      why: libraryAdvice(difference, lists.site, isSiteLibrary),
    };
  });
};

const standingIn = (
  list: { readonly has: (key: string) => boolean } | undefined,
  packageId: string,
): ListStanding => {
  if (list === undefined) return 'unknown';
  return list.has(packageId) ? 'present' : 'absent';
};

/** Of what the DP has nothing, the verdict tells whether it is on its way, or has nothing to be there. */
const shownAs = (difference: ListDifference, verdict: Verdict | undefined): Difference => {
  const standing = difference !== 'notThere' || verdict === undefined ? undefined : tallyClass(verdict);
  if (standing === 'running') return 'onTheWay';
  return standing === 'nothing' ? 'same' : difference;
};
