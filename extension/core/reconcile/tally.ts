import type { Finding } from './finding';
import type { Verdict } from './verdict';

/** How the pairs of a DP, a package or a group stand. The classes add up to `expected`. */
export interface Tally {
  readonly expected: number;
  readonly validated: number;
  /** Verdicts that need repair, or an admin's decision. */
  readonly problems: number;
  /** Set aside by an admin, whatever they are; counted in no other class. */
  readonly acknowledged: number;
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
  acknowledged: 0,
  running: 0,
  stale: 0,
  unknown: 0,
  nothing: 0,
};

const classes: Readonly<Record<Verdict, Exclude<TallyClass, 'acknowledged'>>> = {
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
      acknowledged: sum.acknowledged + tally.acknowledged,
      running: sum.running + tally.running,
      stale: sum.stale + tally.stale,
      unknown: sum.unknown + tally.unknown,
      nothing: sum.nothing + tally.nothing,
    }),
    emptyTally,
  );

/** The class of a verdict by itself. */
export const tallyClass = (verdict: Verdict): (typeof classes)[Verdict] => classes[verdict];

/** There is something to set aside. */
export const canAcknowledge = (verdict: Verdict): boolean =>
  classes[verdict] !== 'validated' && classes[verdict] !== 'nothing';

/** The class that a finding counts in: one that an admin has set aside in its own. */
export const countedAs = ({ verdict, marks }: Pick<Finding, 'verdict' | 'marks'>): TallyClass =>
  marks?.acknowledged === 'yes' ? 'acknowledged' : classes[verdict];

export const addToTally = (
  tally: Tally,
  verdict: Verdict,
  count = 1,
  of: TallyClass = classes[verdict],
): Tally => ({ ...tally, expected: tally.expected + count, [of]: tally[of] + count });
