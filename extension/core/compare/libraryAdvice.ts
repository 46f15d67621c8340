import type { Difference } from './difference';

type Targeted = 'present' | 'absent' | 'unknown';

/**
 * What a disagreement of a DP's lists means and how it is mended. Words only: nothing of it is done by the
 * comparison.
 * @param targeted whether the site targets the package to the DP
 * @param isSiteLibrary the DP stands on a site server, where a redistribution writes nothing; undefined: maybe
 */
export const libraryAdvice = (
  difference: Difference,
  targeted: Targeted,
  isSiteLibrary: boolean | undefined,
): string => {
  const renewal = isSiteLibrary === false ? 'redistribute it' : "update the package's content in the console";
  const renewed: Readonly<Record<Targeted, string>> = {
    present: `, ${renewal}, then validate the DP.`,
    absent: ', then validate the DP.',
    unknown: `, ${renewal} if it is targeted, then validate the DP.`,
  };
  const advice: Readonly<Partial<Record<Difference, string>>> = {
    onlyInWmi: `The library lost it, the list did not: delete its SMS_PackagesInContLib instance on the DP${renewed[targeted]}`,
    onlyInPkgLib: `Validation does not see it: delete its .INI in PkgLib on the DP${renewed[targeted]}`,
    notTargeted:
      'The DP holds it though the site does not target it. Look for a group that should ask for it; else the Content Library Cleanup tool removes it: run that without /delete first.',
    notThere: `The site targets it and the DP has nothing of it: ${renewal}.`,
    onTheWay: 'The DP has nothing of it, and the site is at work on it: wait for that.',
  };
  return advice[difference] ?? '';
};
