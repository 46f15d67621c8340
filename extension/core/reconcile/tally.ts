import type { Verdict } from './verdict';

/** How the pairs of a DP, a package or a group stand. The classes add up to `expected`. */
export interface Tally {
  readonly expected: number;
  readonly validated: number;
  /** Verdicts that need repair, or an admin's decision. */
  readonly problems: number;
  /** In flight, stalled, removing, site processing. */
  readonly running: number;
  readonly stale: number;
  /** Unread, cycle never/broken, purged, not validating, new since the cycle: not proved either way. */
  readonly unknown: number;
  /** Nothing to validate: no content, deleted, DP gone. */
  readonly nothing: number;
}

export type TallyClass = Exclude<keyof Tally, 'expected'>;

export const emptyTally: Tally = {
  expected: 0,
  validated: 0,
  problems: 0,
  running: 0,
  stale: 0,
  unknown: 0,
  nothing: 0,
};

const classes: Readonly<Record<Verdict, TallyClass>> = {
  notTargeted: 'problems',
  cancelled: 'problems',
  missing: 'problems',
  hashFailed: 'problems',
  filesMissing: 'problems',
  corrupt: 'problems',
  distributionFailed: 'problems',
  oldVersion: 'problems',
  validated: 'validated',
  removing: 'running',
  removeFailed: 'running',
  siteProcessing: 'running',
  inFlight: 'running',
  stalled: 'running',
  stale: 'stale',
  unread: 'unknown',
  newSinceCycle: 'unknown',
  cycleBroken: 'unknown',
  purged: 'unknown',
  notValidating: 'unknown',
  cycleNever: 'unknown',
  dpGone: 'nothing',
  deleted: 'nothing',
  noContent: 'nothing',
};

export const sumOfTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({
      expected: sum.expected + tally.expected,
      validated: sum.validated + tally.validated,
      problems: sum.problems + tally.problems,
      running: sum.running + tally.running,
      stale: sum.stale + tally.stale,
      unknown: sum.unknown + tally.unknown,
      nothing: sum.nothing + tally.nothing,
    }),
    emptyTally,
  );

export const tallyClass = (verdict: Verdict): TallyClass => classes[verdict];

export const addToTally = (tally: Tally, verdict: Verdict, count = 1): Tally => {
  const of = tallyClass(verdict);
  return { ...tally, expected: tally.expected + count, [of]: tally[of] + count };
};
