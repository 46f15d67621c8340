import { breakerLimits, dpBreak, failuresOf, runBreak, type BreakerLimits } from '../../core/run/breaker';
import { canCancel } from '../../core/run/canCancel';
import { laneLimits, startable, verifiable, type LaneLimits } from '../../core/run/lanes';
import { isLibraryStep } from '../../core/run/runPlan';
import type { RunState } from '../../core/run/runState';
import { patience, type Patience } from '../../core/run/stepNews';
import { standingOf } from '../../core/run/stepOrder';
import type { Journals, OwnedJournal } from '../../ports/journal';
import { goOnWithLibraries } from '../library/repair/goOnWithLibraries';
import { DpLocks } from './dpLocks';
import { StepFollower, type StepProgress } from './followSteps';
import { ProgressReader } from './progressReader';
import { RunLog } from './runLog';
import type { RunSite } from './runSite';
import { WatchedDps } from '../validate/watchedDps';
import { cancelStep, skip, verifyStep, writeStep } from './stepWriter';

export interface RunOptions {
  readonly lanes: LaneLimits;
  readonly breaker: BreakerLimits;
  readonly patience: Patience;
  /** Milliseconds of the site's time between two reads of what is under way. */
  readonly pollEvery: number;
  /** Writes that are on their way to the provider at once. */
  readonly writesAtOnce: number;
}

export const runOptions: RunOptions = {
  lanes: laneLimits,
  breaker: breakerLimits,
  patience,
  pollEvery: 30_000,
  writesAtOnce: 4,
};

/** Reads become this many times rarer while nothing happens. */
const longestPause = 10;

const anotherPath =
  'The DP is no longer at the NAL path of the plan: it was reassigned, or is none any more. Plan again.';

/** How the work on a run ended here. */
export type RunEnd =
  | { readonly kind: 'ended' }
  /** It can be gone on with: here or elsewhere. */
  | { readonly kind: 'left'; readonly cause: string };

/** A confirmed plan while it is carried out: every step is written at most once, and ends in one fate. */
export class Run {
  private readonly log: RunLog;
  private readonly follower: StepFollower;
  private readonly locks: DpLocks;
  private readonly watched: WatchedDps;
  private sleeping = new AbortController();
  private nextPoll = 0;
  /** Ids of steps to cancel, each asked for once. */
  private readonly takenBack = new Set<string>();
  private quietRounds = 0;
  private leaving: string | undefined;
  private working: Promise<RunEnd> | undefined;

  constructor(
    private readonly site: RunSite,
    journals: Journals,
    journal: OwnedJournal,
    state: RunState,
    private readonly options: RunOptions = runOptions,
  ) {
    const now = (): number => site.clock.now();
    this.log = new RunLog(journal, state, site.clock);
    const reader = new ProgressReader(site.database);
    this.watched = new WatchedDps(site);
    this.follower = new StepFollower(this.log, reader, options.patience, now, this.watched);
    this.locks = new DpLocks(journals, site.siteCode);
  }

  get id(): string {
    return this.log.id;
  }

  get state(): RunState {
    return this.log.state;
  }

  /** What the newest read told of steps that are under way, by step id. */
  get progress(): ReadonlyMap<string, StepProgress> {
    return this.follower.progress;
  }

  /** DPs that this run waits for, and who works there. */
  get heldBy(): ReadonlyMap<string, string> {
    return this.locks.heldBy;
  }

  onDidChange(listener: () => void): () => void {
    return this.log.onDidChange(listener);
  }

  /** Works until every step has its fate. Never rejects; begun once. */
  work(): Promise<RunEnd> {
    this.working ??= this.carryOut();
    return this.working;
  }

  /** Nothing more is begun until `resume`; what is under way is followed. Rejects with JournalError. */
  async pause(): Promise<void> {
    if (this.state.phase === 'running') await this.log.add({ kind: 'paused' });
  }

  async resume(): Promise<void> {
    if (this.state.phase === 'paused') await this.log.add({ kind: 'resumed' });
    this.wake();
  }

  /** Nothing more is begun at all; what is under way is followed to its end. */
  async stop(cause = 'The run was stopped before this step.'): Promise<void> {
    const { phase } = this.state;
    if (phase === 'running' || phase === 'paused') await this.log.add({ kind: 'stopped', cause });
    this.wake();
  }

  /**
   * Takes steps back: those that wait are skipped, distributions under way are cancelled at the site. It ignores
   * that near the end of a transfer, and for a DP on the site server: the step's fate tells.
   * @param ids all steps without it
   */
  async cancel(ids?: readonly string[]): Promise<void> {
    for (const id of ids ?? this.state.plan.steps.map((step) => step.id)) this.takenBack.add(id);
    if (ids === undefined) await this.stop('The run was cancelled before this step.');
    this.wake();
  }

  /** Stops working here, in the middle of the run: the journal is left for whoever goes on with it. */
  async leave(cause: string): Promise<void> {
    this.leaving ??= cause;
    this.wake();
    await this.working;
  }

  private async carryOut(): Promise<RunEnd> {
    try {
      for (const step of this.follower.open) await this.locks.take(step);
      while (!this.state.isDone) {
        if (this.leaving !== undefined) return { kind: 'left', cause: this.leaving };
        await this.round();
      }
      if (this.state.phase !== 'ended') await this.log.add({ kind: 'ended' }, true);
      return { kind: 'ended' };
    } catch (error) {
      // Nothing is written that no journal tells of.
      return { kind: 'left', cause: error instanceof Error ? error.message : String(error) };
    } finally {
      this.watched.stop();
      await this.locks.keep(new Set());
      await this.log.release();
    }
  }

  private async round(): Promise<void> {
    if (this.site.clock.now() >= this.nextPoll) {
      this.quietRounds = (await this.follower.follow()) ? 0 : this.quietRounds + 1;
      this.nextPoll = this.site.clock.now() + this.between;
    }
    await this.takeBack();
    await this.skipBroken();
    if (this.state.phase !== 'paused') await this.verify();
    const hasBegun = this.state.phase === 'running' && (await this.begin());
    const hasMoved = await this.goOnWithLibraries();
    await this.locks.keep(this.follower.dps);
    if (hasBegun || hasMoved) this.quietRounds = 0;
    else if (!this.state.isDone) await this.rest();
  }

  /** What stands half-done in the lists of DPs, or waits there for another step. @returns whether any came further */
  private async goOnWithLibraries(): Promise<boolean> {
    const { site, log, options } = this;
    const open = this.follower.open.filter(isLibraryStep);
    const mine = [];
    for (const step of open) if (await this.locks.take(step)) mine.push(step);
    return goOnWithLibraries(site, log, mine, options.patience.effect);
  }

  /** Between two reads: longer while nothing happens. */
  private get between(): number {
    return this.options.pollEvery * Math.min(longestPause, Math.max(1, this.quietRounds));
  }

  private async takeBack(): Promise<void> {
    for (const step of this.state.plan.steps) {
      if (!this.takenBack.has(step.id)) continue;
      const state = this.state.of(step.id);
      // What is asked for now can be cancelled when it is known to be there.
      if (state.phase === 'asked') continue;
      this.takenBack.delete(step.id);
      if (!canCancel(step, state)) continue;
      if (state.phase === 'waiting') await skip(this.log, step, 'It was cancelled before it began.');
      else await cancelStep(this.site, this.log, step);
    }
  }

  /** What the breaker, or a stop, keeps from being begun. */
  private async skipBroken(): Promise<void> {
    const { state, log } = this;
    const failures = failuresOf(state);
    const broken = runBreak(failures, this.options.breaker);
    if (broken !== undefined && state.stopCause === undefined)
      await log.add({ kind: 'stopped', cause: broken });
    for (const step of state.plan.steps) {
      if (state.of(step.id).phase !== 'waiting') continue;
      const standing = standingOf(step, state);
      const cause =
        (standing.kind === 'never' ? standing.cause : undefined) ??
        state.stopCause ??
        dpBreak(failures, step.dp, this.options.breaker);
      if (cause !== undefined) await skip(log, step, cause);
    }
  }

  private async verify(): Promise<void> {
    for (const step of verifiable(this.state, this.options.lanes)) {
      if (this.leaving !== undefined) return;
      await verifyStep(this.site, this.log, step);
      await this.follower.settle(step, undefined);
    }
  }

  /** @returns whether anything was begun, or came to an end without */
  private async begin(): Promise<boolean> {
    const { lanes, breaker, writesAtOnce } = this.options;
    const batch = [];
    for (const step of startable(this.state, lanes, failuresOf(this.state), breaker, this.site.clock.now())) {
      if (batch.length >= writesAtOnce) break;
      if (await this.locks.take(step)) batch.push(step);
    }
    if (batch.length === 0) return false;
    const misled = await this.follower.misled(batch);
    if (misled === undefined) return false;
    const seen = await this.follower.look(batch);
    if (seen === undefined) return false;
    for (const step of misled) await skip(this.log, step, anotherPath);
    const written = await Promise.allSettled(
      batch
        .filter((step) => !misled.includes(step))
        .map((step) => writeStep(this.site, this.log, step, seen.get(step.id))),
    );
    for (const result of written) if (result.status === 'rejected') throw result.reason;
    for (const step of batch) await this.follower.settle(step, undefined);
    const gone = written.find((result) => result.status === 'fulfilled' && result.value !== undefined);
    if (gone?.status === 'fulfilled' && gone.value !== undefined)
      await this.stop(`Nothing more was written: ${gone.value.cause}`);
    return true;
  }

  private wake(): void {
    this.sleeping.abort();
  }

  private async rest(): Promise<void> {
    this.sleeping = new AbortController();
    const { signal } = this.sleeping;
    try {
      await this.site.clock.sleep(this.between, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
