import { pairId, type PairId } from '../../../core/reconcile/pairId';
import { second } from '../site/time';
import { timeText } from '../timeText';
import type { Agenda } from './agenda';
import { Jobs, bytesOf, jobState } from './jobs';
import type { Pair, SiteEvents } from './siteEvents';

/** How long content takes: minutes, a little more for large packages. */
const duration = (pair: Pair): number => (200 + 15 * Math.log2(1 + bytesOf(pair) / 2 ** 20)) * second;

/** State of the summarizer: install pending, install retrying, content updating. */
const pendingStates: ReadonlySet<number | undefined> = new Set([1, 2, 7]);

const idOf = ({ dp, what }: Pair): PairId => pairId(what.packageId, dp.key);

/** Package Transfer Manager: sends content to DPs, a job for each pair. */
export class Transfers {
  private readonly jobs: Jobs;
  private readonly running = new Map<PairId, number>();

  constructor(
    private readonly events: SiteEvents,
    private readonly agenda: Agenda,
  ) {
    this.jobs = new Jobs(events);
  }

  /** Takes up the jobs that the site already has. */
  resume(now: number, pairOf: (packageId: string, nalPath: string) => Pair | undefined): void {
    for (const { JobID, PkgID, NALPath } of this.jobs.active()) {
      const pair = pairOf(String(PkgID), String(NALPath));
      if (pair !== undefined) this.send(now, pair, Number(JobID), 50);
    }
  }

  /** Sends the whole content once more. Nothing happens while it is being sent; a job that waits starts anew. */
  redistribute(now: number, pair: Pair): void {
    if (this.running.has(idOf(pair))) return;
    const begin = now + 10 * second;
    this.running.set(idOf(pair), -1);
    this.agenda.at(begin, (time) => {
      if (!this.running.has(idOf(pair))) return;
      this.events.summarize(time, pair, 1, { LastRefreshTime: timeText(time) });
      const job = this.jobs.openOf(pair) ?? this.jobs.add(time, pair);
      this.events.says(time, 2357, pair);
      this.send(time, pair, job, 25);
    });
  }

  /** Stops what is being sent or waits for it; does nothing where there is nothing to stop. */
  cancel(now: number, pair: Pair): void {
    const job = this.jobs.openOf(pair);
    const isWaiting = pendingStates.has(this.events.stateOf(pair));
    if (!this.running.delete(idOf(pair)) && job === undefined && !isWaiting) return;
    if (job !== undefined) this.jobs.set(now, job, jobState.cancelled, pair);
    this.events.summarize(now, pair, 3);
    this.events.says(now, 9506, pair);
  }

  private send(now: number, pair: Pair, job: number, percent: number): void {
    this.running.set(idOf(pair), job);
    const step = duration(pair) / 4;
    const isMine = (): boolean => this.running.get(idOf(pair)) === job;
    if (pair.dp.isPullDp) this.later(now + step / 2, isMine, (time) => this.events.says(time, 9507, pair));
    for (let at = percent; at < 100; at += 25)
      this.later(now + ((at - percent) / 25 + 1) * step, isMine, (time) =>
        this.progress(time, pair, job, at),
      );
    const end = now + ((100 - percent) / 25 + 1) * step;
    this.later(end, isMine, (time) => this.finish(time, pair, job));
  }

  private later(time: number, still: () => boolean, happen: (time: number) => void): void {
    this.agenda.at(time, (at) => {
      if (still()) happen(at);
    });
  }

  private progress(time: number, pair: Pair, job: number, percent: number): void {
    const { obstacle } = this.events.contentOf(pair);
    if (obstacle !== undefined) {
      this.fail(time, pair, job);
      return;
    }
    this.jobs.set(time, job, jobState.inProgress, pair, 1 - percent / 100);
    this.events.says(time, pair.dp.isPullDp ? 9508 : 8204, pair, undefined, [String(percent)]);
  }

  private finish(time: number, pair: Pair, job: number): void {
    const { dp, what } = pair;
    if (this.events.contentOf(pair).obstacle !== undefined) {
      this.fail(time, pair, job);
      return;
    }
    this.running.delete(idOf(pair));
    this.events.setContent(pair, { content: 'good', version: undefined, obstacle: undefined });
    this.jobs.set(time, job, jobState.complete, pair, 0);
    if (dp.isPullDp) this.events.says(time, 9509, pair);
    else this.events.says(time, 8200, pair, what.sourceVersion);
    this.events.says(time, 2330, pair);
    this.events.summarize(time, pair, 0, { LastCopied: timeText(time), SourceVersion: what.sourceVersion });
  }

  /** The cause is still there: the disk is full, or the DP does not answer. */
  private fail(time: number, pair: Pair, job: number): void {
    this.running.delete(idOf(pair));
    this.jobs.set(time, job, jobState.failed, pair);
    if (this.events.contentOf(pair).obstacle === 'diskFull') {
      const target = `\\\\${pair.dp.server}\\SMS_DP$`;
      const needed = String(Math.round(bytesOf(pair) / 1024));
      this.events.says(time, 2343, pair, undefined, [target, needed]);
      this.events.says(time, 2302, pair);
    } else {
      this.events.says(time, 8203, pair, undefined, ['SMS_DP$']);
      this.events.says(time, 8207, pair);
    }
    this.events.summarize(time, pair, 3);
  }
}
