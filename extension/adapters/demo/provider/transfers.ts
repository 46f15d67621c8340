import { pairId, type PairId } from '../../../core/reconcile/pairId';
import { second } from '../site/time';
import { timeText } from '../timeText';
import type { Agenda } from './agenda';
import type { Disturbances } from './disturbances';
import { Jobs, bytesOf, jobState, type JobAction } from './jobs';
import { SendingLanes } from './sendingLanes';
import type { Pair, SiteEvents } from './siteEvents';
import { siteLimits } from './siteLimits';

/** How long content takes: minutes, a little more for large packages. */
const duration = (pair: Pair): number => (200 + 15 * Math.log2(1 + bytesOf(pair) / 2 ** 20)) * second;

/** State of the summarizer: install pending, install retrying, content updating. */
const pendingStates: ReadonlySet<number | undefined> = new Set([1, 2, 7]);

/** From here on a cancel comes too late. */
const nearlyThere = 75;

const idOf = ({ dp, what }: Pair): PairId => pairId(what.packageId, dp.key);

/** Content on its way to a DP. */
interface Sending {
  readonly pair: Pair;
  readonly action: JobAction;
  /** undefined: Distribution Manager has not handed it over yet. */
  job: number | undefined;
  percent: number;
  retries: number;
  /** It has a place in this lane. */
  lane: string | undefined;
}

/** Package Transfer Manager: sends content to DPs, a job for each pair. */
export class Transfers {
  private readonly jobs: Jobs;
  private readonly lanes = new SendingLanes();
  private readonly running = new Map<PairId, Sending>();

  constructor(
    private readonly events: SiteEvents,
    private readonly agenda: Agenda,
    private readonly disturbances: Disturbances,
  ) {
    this.jobs = new Jobs(events);
  }

  /** Takes up the jobs that the site already has. */
  resume(now: number, pairOf: (packageId: string, nalPath: string) => Pair | undefined): void {
    for (const { JobID, PkgID, NALPath } of this.jobs.active()) {
      const pair = pairOf(String(PkgID), String(NALPath));
      if (pair === undefined) continue;
      this.queue(now, this.begun(pair, 2, Number(JobID)), 50);
    }
  }

  /** Sends the whole content once more. Nothing happens while it is being sent; a job that waits starts anew. */
  redistribute(now: number, pair: Pair): void {
    if (!this.running.has(idOf(pair))) this.hand(now, this.begun(pair, 2), 1);
  }

  /** Sends a new version; what was on its way in the old one begins anew. */
  update(now: number, pair: Pair): void {
    this.stop(now, pair);
    this.hand(now, this.begun(pair, 1), 7);
  }

  /** Stops what is being sent or waits for it; nothing is stopped that is nearly there. */
  cancel(now: number, pair: Pair): void {
    const sending = this.running.get(idOf(pair));
    if (sending !== undefined && sending.percent >= nearlyThere) return;
    const job = this.jobs.openOf(pair);
    const isWaiting = pendingStates.has(this.events.stateOf(pair));
    if (sending === undefined && job === undefined && !isWaiting) return;
    this.stop(now, pair);
    this.events.summarize(now, pair, 3);
    this.events.says(now, 9506, pair);
  }

  /** Ends the pair's job, if it has one, without a word. */
  stop(now: number, pair: Pair): void {
    const job = this.jobs.openOf(pair);
    if (job !== undefined) this.jobs.set(now, job, jobState.cancelled);
    const sending = this.running.get(idOf(pair));
    if (sending !== undefined) this.leave(now, sending);
    this.running.delete(idOf(pair));
  }

  hasOpenJob(pair: Pair): boolean {
    return this.running.has(idOf(pair)) || this.jobs.openOf(pair) !== undefined;
  }

  private begun(pair: Pair, action: JobAction, job?: number): Sending {
    const sending: Sending = { pair, action, job, percent: 0, retries: 0, lane: undefined };
    this.running.set(idOf(pair), sending);
    return sending;
  }

  /** Distribution Manager looks at the package and tells Package Transfer Manager to send it. */
  private hand(now: number, sending: Sending, state: 1 | 7): void {
    const { pair, action } = sending;
    this.later(now + 10 * second, sending, (time) => {
      this.events.summarize(time, pair, state, { LastRefreshTime: timeText(time) });
      sending.job = this.jobs.begin(time, pair, action);
      this.events.says(time, 2357, pair);
      this.queue(time, sending, 25);
    });
  }

  /** @param percent that is told first */
  private queue(now: number, sending: Sending, percent: number): void {
    const { dp } = sending.pair;
    const [lane, capacity] = dp.isPullDp
      ? [dp.key, siteLimits.pullDpJobs]
      : ['site', siteLimits.sendingThreads];
    this.lanes.enter(lane, capacity, now, (time) => {
      if (this.running.get(idOf(sending.pair)) !== sending) {
        this.lanes.leave(lane, time);
        return;
      }
      sending.lane = lane;
      const step = duration(sending.pair) / 4;
      if (dp.isPullDp) this.later(time + step / 2, sending, (at) => this.events.says(at, 9507, sending.pair));
      this.later(time + step, sending, (at) => this.progress(at, sending, percent));
    });
  }

  private leave(time: number, sending: Sending): void {
    const { lane } = sending;
    sending.lane = undefined;
    if (lane !== undefined) this.lanes.leave(lane, time);
  }

  private later(time: number, sending: Sending, happen: (time: number) => void): void {
    this.agenda.at(time, (at) => {
      if (this.running.get(idOf(sending.pair)) === sending) happen(at);
    });
  }

  private progress(time: number, sending: Sending, percent: number): void {
    const { pair, job } = sending;
    if (job === undefined) return;
    if (this.obstacleOf(time, pair) !== undefined) {
      this.fail(time, sending, job);
      return;
    }
    if (percent === 100) {
      this.finish(time, sending, job);
      return;
    }
    sending.percent = percent;
    this.jobs.progress(time, job, pair, 1 - percent / 100);
    this.events.says(time, pair.dp.isPullDp ? 9508 : 8204, pair, undefined, [String(percent)]);
    if (this.disturbances.stalls(pair.dp)) return;
    this.later(time + duration(pair) / 4, sending, (at) => this.progress(at, sending, percent + 25));
  }

  private finish(time: number, sending: Sending, job: number): void {
    const { pair } = sending;
    const version = this.events.versionOf(pair.what);
    this.end(time, sending);
    this.events.setContent(pair, { content: 'good', version: undefined, obstacle: undefined }, time);
    this.jobs.set(time, job, jobState.complete, { RemainingSize: 0 });
    if (pair.dp.isPullDp) this.events.says(time, 9509, pair);
    else this.events.says(time, 8200, pair, version);
    this.events.says(time, 2330, pair);
    this.events.summarize(time, pair, 0, { LastCopied: timeText(time), SourceVersion: version });
  }

  private end(time: number, sending: Sending): void {
    this.running.delete(idOf(sending.pair));
    this.leave(time, sending);
  }

  /** The disk is full, or the DP does not answer: it is tried again, until the site gives up. */
  private fail(time: number, sending: Sending, job: number): void {
    const { pair } = sending;
    const isFull = this.obstacleOf(time, pair) === 'diskFull';
    const target = `\\\\${pair.dp.server}\\SMS_DP$`;
    const needed = String(Math.round(bytesOf(pair) / 1024));
    if (isFull) this.events.says(time, 2343, pair, undefined, [target, needed]);
    else this.events.says(time, 8203, pair, undefined, ['SMS_DP$']);
    sending.percent = 0;
    if (sending.retries === siteLimits.retries) {
      this.jobs.set(time, job, jobState.failed);
      this.events.says(time, isFull ? 2302 : 8207, pair);
      this.events.summarize(time, pair, 3);
      this.end(time, sending);
      return;
    }
    sending.retries += 1;
    const restart = time + siteLimits.retryDelay;
    const counted = { RetryCount: sending.retries, ReStartTime: timeText(restart) };
    this.jobs.set(time, job, jobState.pendingRestart, counted);
    this.events.says(time, 8206, pair);
    this.events.summarize(time, pair, 2);
    this.leave(time, sending);
    this.later(restart, sending, (at) => this.queue(at, sending, 25));
  }

  private obstacleOf(time: number, pair: Pair): 'diskFull' | 'unreachable' | undefined {
    return this.disturbances.isDown(pair.dp, time) ? 'unreachable' : this.events.contentOf(pair).obstacle;
  }
}
