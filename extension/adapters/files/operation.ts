import { setTimeout as sleep } from 'node:timers/promises';
import type { Lanes } from './lanes';

/** Why an operation was given up; what it had asked for may still happen. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';

  constructor(readonly why: 'timeout' | 'cancelled') {
    super(why);
  }
}

export interface Bounds {
  /** Milliseconds that one answer may take, waiting for a lane included. */
  readonly answerWithin: number;
  /** Milliseconds before each new attempt at a file that others hold open. */
  readonly retryAfter: readonly number[];
  readonly lanes: Lanes;
}

/**
 * Asks the file system for one thing, again when `inUse` says that others hold the file open. Asks nothing more
 * once the operation was given up.
 */
export type Ask = <T>(call: () => Promise<T>, inUse?: (error: unknown) => boolean) => Promise<T>;

/**
 * Runs an operation, and frees the caller when an answer stays away or the signal aborts. `work` is then left to
 * its own clean-up, which runs when the answer comes after all.
 * @throws GivenUp
 */
export const operate = <T>(
  { answerWithin, retryAfter, lanes }: Bounds,
  signal: AbortSignal,
  work: (ask: Ask) => Promise<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = new AbortController();
    const finish = (why: GivenUp['why'] = 'cancelled') => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      stop.abort(new GivenUp(why));
    };
    const giveUp = (why: GivenUp['why']) => {
      finish(why);
      reject(new GivenUp(why));
    };
    const cancel = () => giveUp('cancelled');
    const timer = setTimeout(() => giveUp('timeout'), answerWithin);
    const answered = () => {
      if (!stop.signal.aborted) timer.refresh();
    };
    const ask: Ask = async (call, inUse = isBusy) => {
      for (const pause of retryAfter)
        try {
          return await lanes.run(call, stop.signal).finally(answered);
        } catch (error) {
          if (!inUse(error)) throw error;
          await sleep(pause, undefined, { signal: stop.signal });
        }
      return lanes.run(call, stop.signal).finally(answered);
    };
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    const run = async () => work(ask);
    void run()
      .then(resolve, reject)
      .finally(() => finish());
  });

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Windows: a sharing or a lock violation. */
export const isBusy = (error: unknown): boolean => ['EBUSY', 'ETXTBSY'].includes(codeOf(error) ?? '');

/** Windows also answers ACCESS_DENIED for a file that is about to be deleted, or that is open and to be replaced. */
export const isBusyOrRefused = (error: unknown): boolean =>
  isBusy(error) || ['EPERM', 'EACCES'].includes(codeOf(error) ?? '');
