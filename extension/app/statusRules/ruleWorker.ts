import type { Approval } from '../../core/statusRules/approval/approval';
import { defaultCoolDown } from '../../core/statusRules/coolDown';
import { RuleLedger } from '../../core/statusRules/ruleLedger';
import { requestName } from '../../core/statusRules/ruleRequest';
import type { Clock } from '../../ports/clock';
import type { RuleQueue, RuleQueueWork, TakenRequest } from '../../ports/ruleQueue';
import { AnswerRequests } from './answerRequests';
import type { RuleSite } from './ruleSite';

export interface WorkerOptions {
  /** Milliseconds for which a DP is not answered again. */
  readonly coolDown: number;
  /** Milliseconds between a message and the read of the site: a rule runs before the message itself is in the database. */
  readonly settle: number;
  /** Milliseconds after a failure. */
  readonly retryAfter: number;
  /** After so many failures a request is given up. */
  readonly mostFailures: number;
  /** Plans that are carried out at the same time. */
  readonly atOnce: number;
  /** Milliseconds between two looks for new messages while plans are carried out. */
  readonly lookAgain: number;
}

export const workerOptions: WorkerOptions = {
  coolDown: defaultCoolDown,
  settle: 60_000,
  retryAfter: 5 * 60_000,
  mostFailures: 3,
  atOnce: 8,
  lookAgain: 15_000,
};

/** What a worker needs beside the queue. */
export interface WorkerPlace {
  readonly openSite: (signal: AbortSignal) => Promise<RuleSite>;
  /** What is approved now, or why nothing is. Asked for each plan: an approval can be taken back. */
  readonly approval: () => Promise<Approval | string>;
  readonly clock: Clock;
}

/**
 * Works until nothing waits any more; returns at once while another worker lives. What it leaves, by a failure or
 * because it is killed, the next one goes on with.
 */
export const workOnQueue = async (
  queue: RuleQueue,
  place: WorkerPlace,
  signal: AbortSignal,
  options: WorkerOptions = workerOptions,
): Promise<void> => {
  do {
    const work = await queue.work();
    if (work.kind === 'held') return;
    try {
      await drain(queue, work, place, signal, options);
    } finally {
      await work.release();
    }
    // Somebody may have added while the lock was still held, and left it to this worker.
  } while (!signal.aborted && (await queue.isWaiting()));
};

const drain = async (
  queue: RuleQueue,
  work: RuleQueueWork,
  place: WorkerPlace,
  signal: AbortSignal,
  options: WorkerOptions,
): Promise<void> => {
  const { clock } = place;
  const ledger = await ledgerOf(work);
  const answers = new AnswerRequests({ queue, work, ledger, place, options, signal });
  try {
    for (;;) {
      const open = (await work.take()).filter((request) => !answers.isAtWork(requestName(request)));
      if (open.length === 0 && answers.isIdle) return;
      const ripe = open.filter(({ at }) => isRipe(at, clock.now(), options));
      if (ripe.length === 0 || answers.isFull) await answers.oneDone(options.lookAgain);
      else await answers.answer(ripe);
      if (answers.takeFailures() > 0) await clock.sleep(options.retryAfter, signal);
    }
  } finally {
    await answers.close();
  }
};

/** A clock that was put back does not keep a message waiting. */
const isRipe = (at: number, now: number, { settle }: WorkerOptions): boolean =>
  at + settle <= now || at > now;

const ledgerOf = async (work: RuleQueueWork): Promise<RuleLedger> => {
  const begun = (await work.take()).flatMap(({ message, begun }: TakenRequest) =>
    begun === undefined ? [] : [{ message, ...begun }],
  );
  return new RuleLedger(await work.outcomes(), begun);
};
