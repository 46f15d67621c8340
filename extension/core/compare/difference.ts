/** What sets the compared apart, worst first. */
export const differences = [
  // A DP's library with the site
  'onlyInWmi',
  'onlyInPkgLib',
  'notThere',
  'notTargeted',
  // Groups with their members
  'notOnMember',
  'onlyDirect',
  // One with another
  'provedRight',
  'provedLeft',
  'onlyRight',
  'onlyLeft',
  'otherVersion',
  'otherVerdict',
  // A package on each DP
  'problem',
  'stale',
  'notProved',
  'running',
  'notExpected',
  'leftover',
  'onTheWay',
  'unknown',
  'same',
] as const;

export type Difference = (typeof differences)[number];

/** Compares by how much it takes an admin. */
export const differenceRank = (difference: Difference): number => differences.indexOf(difference);
