import type { DistributionPoint } from '../content/distributionPoint';
import type { DpKey } from '../content/nalPath';
import { finishedCycle, type DpCycles } from '../reconcile/cycle';
import type { SiteFacts } from '../reconcile/siteFacts';
import { sawFarFewer } from '../reconcile/suspectCycle';
import type { Tally } from '../reconcile/tally';
import { scheduleInterval } from './schedule/scheduleInterval';
import { scheduleWords } from './schedule/scheduleWords';
import { isValidating } from './validatingDps';

/** How content validation of a DP stands; the worst first. */
export const cycleStates = ['broken', 'never', 'off', 'unread', 'running', 'finished', 'cloud'] as const;
export type CycleState = (typeof cycleStates)[number];

/** The validation cycles of one DP. Times are UTC epoch milliseconds. */
export interface CycleReport {
  readonly dp: DpKey;
  readonly dpName: string;
  readonly state: CycleState;
  /** What the state is, in a sentence. */
  readonly words: string;
  /** When a run began that has not ended: it goes on, or was broken off. */
  readonly openSince: number | undefined;
  /** Beginning and end of the last finished cycle. */
  readonly started: number | undefined;
  readonly startEstimated: boolean;
  readonly finished: number | undefined;
  /** Results (2382-2385) that it gave, and pairs of the DP that it should have given one of. */
  readonly results: number | undefined;
  readonly expected: number | undefined;
  /** The cycle before: its end and its results. */
  readonly previousEnd: number | undefined;
  readonly previousResults: number | undefined;
  readonly schedule: string;
  readonly isSuspect: boolean;
  /** What to know before its verdicts are trusted, a sentence each. */
  readonly notes: readonly string[];
}

/** What was read of a site, and how its DPs stand after it. */
export interface CycleSources {
  readonly facts: SiteFacts;
  readonly byDp: ReadonlyMap<DpKey, Tally>;
  readonly suspects: ReadonlySet<DpKey>;
}

/** @param now the site's time */
export const cycleReport = (dp: DistributionPoint, sources: CycleSources, now: number): CycleReport => {
  const { facts, byDp, suspects } = sources;
  const marks = facts.cycles.get(dp.key);
  const finished = finishedCycle(marks);
  const tally = byDp.get(dp.key);
  const state = facts.notRead.has('messages') && !dp.isCloud ? 'unread' : stateOf(dp, marks, now);
  return {
    dp: dp.key,
    dpName: dp.serverName,
    state,
    words: wordsOf(state, marks),
    openSince: openSince(marks),
    started: finished?.start,
    startEstimated: finished?.start !== undefined && finished.startEstimated,
    finished: finished?.end,
    results: finished === undefined ? undefined : marks?.results,
    expected: tally === undefined ? undefined : tally.expected - tally.nothing,
    previousEnd: marks?.previousEnd,
    previousResults: marks?.previousEnd === undefined ? undefined : marks.previousResults,
    schedule: dp.isCloud ? '' : scheduleWords(dp.validationSchedule),
    isSuspect: suspects.has(dp.key),
    notes: notesOf(dp, marks, facts, suspects.has(dp.key)),
  };
};

const stateOf = (dp: DistributionPoint, marks: DpCycles | undefined, now: number): CycleState => {
  if (dp.isCloud) return 'cloud';
  if (marks !== undefined && isValidating(marks, now)) return 'running';
  if (dp.validates === false) return 'off';
  if (isBroken(marks) || openSince(marks) !== undefined) return 'broken';
  return marks?.lastEnd === undefined ? 'never' : 'finished';
};

/** A 2388 that no finished cycle has followed. */
const isBroken = (marks: DpCycles | undefined): boolean =>
  marks?.newestBroken !== undefined && marks.newestBroken > (marks.lastEnd ?? -Infinity);

const openSince = (marks: DpCycles | undefined): number | undefined => {
  const { newestStart, newestBroken = -Infinity, lastEnd = -Infinity } = marks ?? {};
  return newestStart !== undefined && newestStart > Math.max(lastEnd, newestBroken) ? newestStart : undefined;
};

const wordsOf = (state: CycleState, marks: DpCycles | undefined): string => {
  switch (state) {
    case 'broken':
      return openSince(marks) === undefined
        ? "The DP's package lists disagree (2388), so no cycle finishes."
        : 'A cycle began (2393) and has not ended for more than two days.';
    case 'never':
      return 'No finished cycle is known, as far back as messages are kept.';
    case 'off':
      return "Content validation is switched off in the DP's properties.";
    case 'unread':
      return 'Status messages were not read, so nothing is known of its cycles.';
    case 'running':
      return 'A cycle has begun (2393) and goes on.';
    case 'finished':
      return 'The last cycle finished (2386).';
    case 'cloud':
      return 'A cloud DP has no content validation.';
  }
};

const notesOf = (
  dp: DistributionPoint,
  marks: DpCycles | undefined,
  { settings, readAt }: SiteFacts,
  isSuspect: boolean,
): readonly string[] => {
  const interval = scheduleInterval(dp.validationSchedule ?? '');
  const finished = finishedCycle(marks);
  return [
    ...(isSuspect ? [suspicion(marks)] : []),
    ...(isBroken(marks) && openSince(marks) !== undefined
      ? ['Before it the package lists disagreed (2388), and no cycle has finished since.']
      : []),
    ...(interval !== undefined && interval > settings.messagesKept && dp.validates !== false
      ? ['Its schedule is longer than messages are kept: results are purged before the next cycle.']
      : []),
    ...(finished !== undefined && finished.start === undefined
      ? ['The beginning of the last cycle is no longer kept.']
      : []),
    ...(finished?.start !== undefined && finished.startEstimated
      ? ['When the last cycle began is estimated: its first 2380-2385.']
      : []),
    ...(finished !== undefined && dp.validates !== false && isOverdue(finished.end, interval, readAt)
      ? ['The next cycle is overdue: more than twice its interval has passed.']
      : []),
    ...(dp.validates === undefined && !dp.isCloud ? ['Whether content validation is on was not read.'] : []),
  ];
};

const suspicion = (marks: DpCycles | undefined): string =>
  marks !== undefined && sawFarFewer(marks)
    ? `Suspect: ${marks.results ?? 0} results, the cycle before gave ${marks.previousResults ?? 0}.`
    : 'Suspect: it left more than a fifth of the content missing or corrupt.';

const isOverdue = (end: number, interval: number | undefined, readAt: number): boolean =>
  interval !== undefined && readAt - end > 2 * interval;
