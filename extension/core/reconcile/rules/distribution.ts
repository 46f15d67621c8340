import { cancelledId, isAboutDistribution, isDistributionFailure, isOfMonitoring } from '../messageIds';
import type { JobRow, PairMessage } from '../pairFacts';
import type { PairView } from '../pairView';
import { newest } from '../sightings';
import { fits, no, noUnlessUnread, unlessUnread, wasRead, type Rule, type Ruling } from './rule';

const pending: ReadonlyMap<number, string> = new Map([
  [1, 'Waiting to be installed (State 1).'],
  [2, 'Being retried (State 2).'],
  [7, 'A new version is being sent (State 7).'],
]);
const openJob: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 8]);
const cancelledJob = 7;

/** 8. On its way; `stalled` when nothing has changed for longer than the setting. */
export const inFlight: Rule = (view) => {
  const { summary, status, stateGroup, jobs } = view.pair;
  const open = jobs.find(({ state }) => openJob.has(state));
  const state = pending.get(summary?.state ?? -1);
  if (state !== undefined) return onItsWay(view, state, open);
  if (open !== undefined)
    return onItsWay(view, `A distribution job is open (job state ${open.state}).`, open);
  if (wasRead(view, 'jobs')) return noUnlessUnread(view, 'summaries');
  if (stateGroup === 2) return onItsWay(view, 'In progress (StateGroup 2).', undefined);
  if (status?.messageState === 2) return onItsWay(view, 'In progress (MessageState 2).', undefined);
  return wasRead(view, 'contentStates') || wasRead(view, 'statuses')
    ? noUnlessUnread(view, 'summaries')
    : noUnlessUnread(view, 'jobs', 'contentStates', 'statuses');
};

const onItsWay = (view: PairView, reason: string, job: JobRow | undefined): Ruling => {
  const { site, pair, messages, ages } = view;
  const heard = newest(messages, ({ messageId }) => !isOfMonitoring(messageId))?.time;
  const changes = [job?.changed, heard, pair.target?.lastRefresh].filter((time) => time !== undefined);
  const changed = changes.length > 0 ? Math.max(...changes) : pair.summary?.summaryDate;
  const isOld = changed !== undefined && ages.isOlder(changed, site.settings.stalledAfter);
  // Without the messages something newer may have been heard.
  const stalled = isOld && wasRead(view, 'messages');
  return stalled
    ? fits('stalled', `${reason} Nothing has changed for longer than it should take.`, changed)
    : fits('inFlight', reason, changed);
};

/** 9. An admin stopped it. Without the jobs only a pass shows that this is not the last word. */
export const cancelled: Rule = (view) => {
  const last = newest(view.messages, () => true);
  if (last?.messageId === cancelledId)
    return fits('cancelled', 'Its distribution was cancelled by an admin (9506).', last.time);
  const job = newestJob(view.pair.jobs);
  if (job?.state === cancelledJob)
    return fits('cancelled', 'Its newest distribution job was cancelled (job state 7).', job.changed);
  const { pass } = view.results;
  return pass === undefined ? noUnlessUnread(view, 'messages', 'jobs') : noUnlessUnread(view, 'messages');
};

const newestJob = (jobs: readonly JobRow[]): JobRow | undefined =>
  jobs.reduce<JobRow | undefined>(
    (newer, job) => (newer === undefined || (job.changed ?? 0) >= (newer.changed ?? 0) ? job : newer),
    undefined,
  );

const installFailed = 3;
const failedMessage = 4;

/** 12. The newest distribution failed, and nothing has proved the current version since. */
export const distributionFailed: Rule = (view) => {
  const failure = failureOf(view);
  const pass = view.results.pass?.time ?? -Infinity;
  if (failure === undefined || pass > (failure.time ?? Infinity)) return no;
  return unlessUnread(view, 'validatedVersions', fits('distributionFailed', failure.reason, failure.time));
};

interface Failure {
  readonly time: number | undefined;
  readonly reason: string;
}

const failureOf = (view: PairView): Failure | undefined => {
  const message = failureMessage(view);
  const { summary } = view.pair;
  if (summary?.state !== installFailed)
    return message && { time: message.time, reason: `Its distribution failed (${message.messageId}).` };
  return message === undefined
    ? { time: summary.summaryDate, reason: 'Its distribution failed (State 3).' }
    : { time: message.time, reason: `Its distribution failed (State 3, ${message.messageId}).` };
};

/** The newest message of the pair says that a distribution failed. */
const failureMessage = (view: PairView): Pick<PairMessage, 'messageId' | 'time'> | undefined => {
  const { status } = view.pair;
  if (status !== undefined && status.messageState === failedMessage && isAboutDistribution(status.messageId))
    return { messageId: status.messageId, time: status.lastUpdate };
  const last = newest(view.messages, ({ messageId }) => isAboutDistribution(messageId));
  if (last === undefined || !isDistributionFailure(last.messageId)) return undefined;
  // Where statuses were not read, they would show the newest message. Beside State 3 an older one still tells.
  const isShown = !wasRead(view, 'statuses') && newest(view.messages, () => true) === last;
  return view.pair.summary?.state === installFailed || isShown ? last : undefined;
};
