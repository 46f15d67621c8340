import type { Verdict } from '../reconcile/verdict';
import { tallyClass } from '../reconcile/tally';
import { libraryAdvice } from './libraryAdvice';
import type { ComparedRow, Side } from './comparison';
import type { Difference } from './difference';

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
  /** The library is the site's own, so that PkgLib says nothing of its DP; undefined is not known. */
  readonly isSiteLibrary: boolean | undefined;
}

type Presence = 'present' | 'absent' | 'unknown';

/** Every package that one of the three names, once. */
export const compareThreeWays = ({
  targets,
  wmi,
  pkgLib,
  isSiteLibrary,
}: LibrarySources): readonly ComparedRow[] => {
  const packageIds = new Set([...(targets?.keys() ?? []), ...(wmi ?? []), ...(pkgLib ?? [])]);
  return Array.from(packageIds, (packageId): ComparedRow => {
    const presence = [targets, wmi, pkgLib].map((list) => presenceIn(list, packageId));
    const verdict = targets?.get(packageId);
    const told = (isSiteLibrary === undefined ? [true, false] : [isSiteLibrary]).map((isSites) =>
      certainly(presence, (held) => differenceOf(held, verdict, isSites)),
    );
    const difference = onlyOne(told);
    const sides = presence.map((kind): Side => ({ kind }));
    return {
      packageId,
      sides,
      difference,
      why: libraryAdvice(difference, presence[0] ?? 'unknown', isSiteLibrary),
    };
  });
};

const presenceIn = (
  list: { readonly has: (key: string) => boolean } | undefined,
  packageId: string,
): Presence => {
  if (list === undefined) return 'unknown';
  return list.has(packageId) ? 'present' : 'absent';
};

type Held = readonly [targeted: boolean, inWmi: boolean, inPkgLib: boolean];

/** What is so whatever stands in the lists that could not be read; else unknown. */
const certainly = (presence: readonly Presence[], tell: (held: Held) => Difference): Difference => {
  const either = (at: number): readonly boolean[] =>
    presence[at] === 'unknown' ? [true, false] : [presence[at] === 'present'];
  return onlyOne(
    either(0).flatMap((targeted) =>
      either(1).flatMap((inWmi) => either(2).map((inPkgLib) => tell([targeted, inWmi, inPkgLib]))),
    ),
  );
};

const onlyOne = (told: readonly Difference[]): Difference => {
  const [first = 'unknown'] = told;
  return told.every((one) => one === first) ? first : 'unknown';
};

const differenceOf = (
  [targeted, inWmi, inPkgLib]: Held,
  verdict: Verdict | undefined,
  isSiteLibrary: boolean,
): Difference => {
  if (inWmi && !inPkgLib) return 'onlyInWmi';
  if (inPkgLib && !inWmi && !isSiteLibrary) return 'onlyInPkgLib';
  if (inWmi) return targeted ? 'same' : 'notTargeted';
  if (!targeted) return 'same';
  const standing = verdict === undefined ? undefined : tallyClass(verdict);
  if (standing === 'running') return 'onTheWay';
  return standing === 'nothing' ? 'same' : 'notThere';
};
