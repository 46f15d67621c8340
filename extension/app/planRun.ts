import { confirmationOf, confirmedOver } from '../core/redistribute/caps';
import type { Runner } from '../core/run/journalRecord';
import type { StepState } from '../core/run/runState';
import type { Plan, StepOutcome } from '../core/redistribute/plan';
import type { Journals } from '../ports/journal';
import type { PlanPhase, PlanState } from '../protocol/planPage';
import type { Run } from './run/run';
import type { RunSite } from './run/runSite';

/** Where a plan is carried out, by whom, and where that is written down. */
export interface RunPlace {
  readonly site: RunSite;
  readonly journals: Journals;
  readonly by: Runner;
  /** Told of a run that has begun. */
  readonly follow?: (run: Run) => void;
}

/** A plan from its review until all of it is written. It is written once, as it was shown, or never. */
export class PlanRun {
  private phase: PlanPhase = 'review';
  private run: Run | undefined;
  /** Why nothing more is written here. */
  private ending = '';
  private readonly listeners = new Set<() => void>();

  /** @param place of the site that the plan was made for; asked for when the plan is confirmed */
  constructor(
    readonly plan: Plan,
    private readonly place: () => Promise<RunPlace>,
  ) {}

  get state(): PlanState {
    const { plan, phase, outcomes, run } = this;
    return { plan, phase, outcomes, waits: this.waits, hasRun: run !== undefined };
  }

  /** Of the run that carries it out; undefined before. */
  get runId(): string | undefined {
    return this.run?.id;
  }

  get isWriting(): boolean {
    return this.phase === 'running' || this.phase === 'stopping';
  }

  onDidChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Carries out the plan; resolves when its last step is written. What is written is followed further.
   * @param hash of the plan that was confirmed; throws at once when it is another, or this one was confirmed before
   * @param typed the number of steps, which a plan over its caps takes besides
   */
  confirm(hash: string, typed = ''): Promise<readonly StepOutcome[]> {
    if (hash !== this.plan.hash)
      throw new Error('Another plan was confirmed than is shown. Review it again.');
    if (this.phase !== 'review') throw new Error('This plan was confirmed before. Make a new one.');
    if (confirmationOf(this.plan).kind === 'typed' && typed !== String(this.plan.steps.length))
      throw new Error('The plan is over its caps. Type the number of its steps on its page to confirm it.');
    this.enter('running');
    return this.carryOut();
  }

  /** Nothing more is begun. */
  stop(): void {
    if (this.phase !== 'running') return;
    this.enter('stopping');
    void this.run?.stop();
  }

  private async carryOut(): Promise<readonly StepOutcome[]> {
    try {
      const { site, journals, by, follow } = await this.place();
      // With it come the rules of a run, which the start of a window does not need.
      const { startRun } = await import('./run/startRun.js');
      const run = (this.run = await startRun(site, journals, confirmedOver(this.plan), this.plan.hash, by));
      follow?.(run);
      if (this.phase === 'stopping') await run.stop();
      await this.untilWritten(run);
    } catch (error) {
      this.ending = error instanceof Error ? error.message : String(error);
    }
    this.enter('done');
    return this.outcomes;
  }

  private untilWritten(run: Run): Promise<void> {
    return new Promise((resolve) => {
      const unregister = run.onDidChange(() => {
        this.tell();
        if (this.outcomes.some(({ kind }) => kind === 'waiting' || kind === 'writing')) return;
        resolve();
      });
      void run.work().then((end) => {
        if (end.kind === 'left') this.ending = end.cause;
        unregister();
        this.tell();
        resolve();
      });
    });
  }

  private get waits(): PlanState['waits'] {
    if (!this.isWriting || this.run === undefined) return [];
    const names = new Map(this.plan.steps.map(({ dp, dpName }) => [dp as string, dpName]));
    return Array.from(this.run.heldBy, ([dp, by]) => ({ dpName: names.get(dp) ?? dp, by }));
  }

  private get outcomes(): readonly StepOutcome[] {
    const { run, ending, phase } = this;
    return this.plan.steps.map(({ id }) => {
      const outcome = outcomeOf(run?.state.of(id));
      const isOpen = outcome.kind === 'waiting' || outcome.kind === 'writing';
      return isOpen && phase !== 'review' && ending !== '' ? { kind: 'skipped', cause: ending } : outcome;
    });
  }

  private enter(phase: PlanPhase): void {
    this.phase = phase;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** What the plan page shows of a step. */
const outcomeOf = (state: StepState | undefined): StepOutcome => {
  switch (state?.phase) {
    case undefined:
    case 'waiting':
      return { kind: 'waiting' };
    case 'asked':
      return { kind: 'writing' };
    case 'followed':
    case 'arrived':
    case 'verifying':
      return { kind: 'accepted', at: state.at };
    case 'ended': {
      const { kind, cause } = state.fate;
      if (kind === 'skipped') return { kind, cause };
      return kind === 'failed' || kind === 'unsure'
        ? { kind: 'failed', cause }
        : { kind: 'accepted', at: state.at };
    }
  }
};
