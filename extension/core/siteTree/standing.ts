import type { Tally, TallyClass } from '../reconcile/tally';

/** How a DP, package, group or pair stands, in one word: the worst that is true of its pairs. */
export type Standing = TallyClass;

/** Worst first: the order in which nodes are listed. */
const order: readonly Standing[] = [
  'problems',
  'running',
  'stale',
  'unknown',
  'acknowledged',
  'validated',
  'nothing',
];

/** `undefined` was not read, which is unknown; a tally without pairs has nothing to validate. */
export const standingOf = (tally: Tally | undefined): Standing =>
  tally === undefined ? 'unknown' : (order.find((standing) => tally[standing] > 0) ?? 'nothing');

export const standingRank = (standing: Standing): number => order.indexOf(standing);
