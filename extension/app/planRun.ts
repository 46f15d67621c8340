import type { Plan, StepOutcome } from '../core/redistribute/plan';
import type { PlanPhase, PlanState } from '../protocol/planPage';
import { applyPlan, type WritableSite } from './applyPlan';

/** A plan from its review to its last outcome. It is written once, as it was shown, or never. */
export class PlanRun {
  private phase: PlanPhase = 'review';
  private outcomes: StepOutcome[];
  private readonly stopping = new AbortController();
  private readonly listeners = new Set<() => void>();

  /** @param site where the plan was made for, and nowhere else, is written to */
  constructor(
    readonly plan: Plan,
    readonly site: WritableSite,
  ) {
    this.outcomes = plan.steps.map(() => ({ kind: 'waiting' }));
  }

  get state(): PlanState {
    return { plan: this.plan, phase: this.phase, outcomes: this.outcomes };
  }

  get isWriting(): boolean {
    return this.phase === 'running' || this.phase === 'stopping';
  }

  onDidChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Writes the plan; resolves when its last step has an outcome.
   * @param hash of the plan that was confirmed; throws at once when it is another, or this one was confirmed before
   */
  confirm(hash: string): Promise<readonly StepOutcome[]> {
    if (hash !== this.plan.hash)
      throw new Error('Another plan was confirmed than is shown. Review it again.');
    if (this.phase !== 'review') throw new Error('This plan was confirmed before. Make a new one.');
    this.enter('running');
    return this.write();
  }

  /** While it is written: stops after the step at work. */
  stop(): void {
    if (this.phase !== 'running') return;
    this.stopping.abort();
    this.enter('stopping');
  }

  private async write(): Promise<readonly StepOutcome[]> {
    const report = (index: number, outcome: StepOutcome): void => {
      this.outcomes = this.outcomes.with(index, outcome);
      this.tell();
    };
    const outcomes = await applyPlan(this.site, this.plan, report, this.stopping.signal);
    this.enter('done');
    return outcomes;
  }

  private enter(phase: PlanPhase): void {
    this.phase = phase;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
