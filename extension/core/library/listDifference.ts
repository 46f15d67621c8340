import type { LibraryList, ListStanding } from './mismatch';

export type Standings = Readonly<Record<LibraryList, ListStanding>>;

/** How a package stands to the three lists of a DP. `notThere`: targeted, and in neither list of the DP. */
export type ListDifference = 'onlyInWmi' | 'onlyInPkgLib' | 'notTargeted' | 'notThere' | 'same';

/**
 * All that may be so, whatever stands in the lists that could not be read: one where it is certain.
 * @param isSiteLibrary the library is the site's own, so that PkgLib says nothing of its DP; undefined: maybe
 */
export const possibleDifferences = (
  lists: Standings,
  isSiteLibrary: boolean | undefined,
): ReadonlySet<ListDifference> => {
  const found = new Set<ListDifference>();
  for (const isSites of either(isSiteLibrary))
    for (const targeted of readings(lists.site))
      for (const inWmi of readings(lists.wmi))
        for (const inPkgLib of readings(lists.pkgLib))
          found.add(differenceOf(targeted, inWmi, inPkgLib, isSites));
  return found;
};

const both: readonly boolean[] = [true, false];

const either = (known: boolean | undefined): readonly boolean[] => (known === undefined ? both : [known]);

const readings = (standing: ListStanding): readonly boolean[] =>
  standing === 'unknown' ? both : [standing === 'present'];

const differenceOf = (
  targeted: boolean,
  inWmi: boolean,
  inPkgLib: boolean,
  isSiteLibrary: boolean,
): ListDifference => {
  if (inWmi && !inPkgLib) return 'onlyInWmi';
  if (inPkgLib && !inWmi && !isSiteLibrary) return 'onlyInPkgLib';
  if (inWmi) return targeted ? 'same' : 'notTargeted';
  return targeted ? 'notThere' : 'same';
};
