import type { Difference } from './difference';

type Targeted = 'present' | 'absent' | 'unknown';

const then: Readonly<Record<Targeted, string>> = {
  present: ', redistribute the package, then validate the DP.',
  absent: ', then validate the DP.',
  unknown: ', redistribute the package if it is targeted, then validate the DP.',
};

const advice: Readonly<Partial<Record<Difference, (targeted: Targeted) => string>>> = {
  onlyInWmi: (targeted) =>
    `The library lost it, the list did not: delete its SMS_PackagesInContLib instance on the DP${then[targeted]}`,
  onlyInPkgLib: (targeted) =>
    `Validation does not see it: delete its .INI in PkgLib on the DP${then[targeted]}`,
  notTargeted: () =>
    'The DP holds it though the site does not target it. Look for a group that should ask for it; else the Content Library Cleanup tool removes it: run that without /delete first.',
  notThere: () => 'The site targets it and the DP has nothing of it: redistribute it.',
  onTheWay: () => 'The DP has nothing of it, and the site is at work on it: wait for that.',
};

/**
 * What a disagreement of a DP's lists means and how it is mended (Microsoft's advice: never by hand in the data
 * of the library). Words only: nothing of it is done by the comparison.
 * @param targeted whether the site targets the package to the DP
 */
export const libraryAdvice = (difference: Difference, targeted: Targeted): string =>
  advice[difference]?.(targeted) ?? '';
