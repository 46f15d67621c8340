import { arrivalIds, cancelledId, isDistributionFailure } from '../reconcile/messageIds';
import { isPending, jobState, summaryState, type PairProgress } from './pairProgress';
import { newest, percentOf } from './progressMessages';
import { ended, type StepNews } from './news';
import { toldBy } from './toldBy';

/** 8207: the site has given up. */
const givenUpId = 8207;

/** What a transfer has come to since the time at which it was asked for. */
export const transferNews = (progress: PairProgress, at: number, isCloud: boolean): StepNews => {
  const { summary } = progress;
  const arrival = newest(progress, at, (id) => arrivalIds.has(id));
  const failure = newest(progress, at, isDistributionFailure);
  const job = newJob(progress, at);
  if (wasCancelled(progress, at)) return ended({ kind: 'failed', cause: 'The distribution was cancelled.' });
  const hasGivenUp =
    job?.state === jobState.failed ||
    failure?.messageId === givenUpId ||
    (failure !== undefined && summary?.state === summaryState.installFailed);
  if (hasGivenUp && (arrival === undefined || (failure !== undefined && failure.time > arrival.time)))
    return ended({
      kind: 'failed',
      cause: `The distribution failed: ${firstCause(progress, at) ?? 'its job is in state 6'}.`,
    });
  if (arrival !== undefined && !isPending(summary?.state)) {
    const evidence = toldBy(arrival);
    return isCloud
      ? ended({
          kind: 'notProved',
          cause: `The content arrived (${evidence}). A cloud DP has no content validation.`,
        })
      : { kind: 'arrived', evidence };
  }
  const newer = progress.messages.findLast(({ time }) => time >= at);
  return { kind: 'none', percent: percentOf(progress, at), words: newer && toldBy(newer) };
};

/** By a newer message than any arrival, or by its job. */
export const wasCancelled = (progress: PairProgress, at: number): boolean => {
  const ending = newest(progress, at, (id) => id === cancelledId || arrivalIds.has(id));
  return ending?.messageId === cancelledId || newJob(progress, at)?.state === jobState.cancelled;
};

const newJob = ({ job }: PairProgress, at: number): PairProgress['job'] =>
  job !== undefined && (job.updated ?? 0) >= at ? job : undefined;

/** 8207 and 2302 only say that it failed; what failed was said before. */
const firstCause = (progress: PairProgress, at: number): string | undefined => {
  const telling = newest(progress, at, (id) => isDistributionFailure(id) && id !== givenUpId && id !== 2302);
  const any = telling ?? newest(progress, at, isDistributionFailure);
  return any && toldBy(any);
};
