import type { Fate } from './fate';
import type { Answer, JournalRecord, NoAnswer, Proof, Runner, StepRecord } from './journalRecord';
import type { RunPlan, RunStep, StateBefore } from './runPlan';

/** Where a step stands. All times are the site's, UTC epoch milliseconds; `at` is that of its intent, the newest one. */
export type StepState =
  | { readonly phase: 'waiting' }
  /** The intent is on disk; there is no answer, or none that tells whether it was done. */
  | {
      readonly phase: 'asked';
      readonly at: number;
      readonly before: StateBefore;
      readonly answer?: NoAnswer;
      /** What was taken out of a DP's lists is being put back: why. */
      readonly puttingBack?: string;
    }
  /** The site took it: its effect is awaited. */
  | {
      readonly phase: 'followed';
      readonly at: number;
      readonly before: StateBefore;
      /** This run asked the site to cancel it. */
      readonly isCancelled?: true;
    }
  /** The content is there; its validation has not been asked for yet. */
  | {
      readonly phase: 'arrived';
      readonly at: number;
      readonly arrivedAt: number;
      readonly evidence: string;
    }
  /** VerifyPackage was, or may have been, asked for. */
  | {
      readonly phase: 'verifying';
      readonly at: number;
      readonly askedAt: number;
      readonly evidence: string;
      /** undefined: none is known. */
      readonly answer?: Answer;
    }
  | { readonly phase: 'ended'; readonly at: number; readonly fate: Fate };

export type RunPhase = 'running' | 'paused' | 'stopped' | 'ended';

const waiting: StepState = { phase: 'waiting' };

/**
 * A run as its journal tells it. Records that cannot follow what stands before are left out and told: a step is
 * begun once and ends once, whoever wrote the journal.
 */
export class RunState {
  private readonly states = new Map<string, StepState>();
  private readonly steps: ReadonlyMap<string, RunStep>;
  private readonly taken = new Set<string>();
  private readonly begun = new Map<string, number>();
  private readonly firsts: ReadonlyMap<string, RunStep>;
  private current: RunPhase = 'running';
  private openCount: number;
  private runner: Runner;
  /** Why nothing more is begun; undefined while something may be. */
  stopCause: string | undefined;
  endedAt: number | undefined;
  /** Of the newest intent. */
  lastBegun: number | undefined;
  readonly problems: string[] = [];
  /** Steps that have ended, in the order in which they did. */
  readonly ended: { readonly step: RunStep; readonly fate: Fate }[] = [];

  constructor(
    readonly plan: RunPlan,
    by: Runner,
    readonly siteName: string,
    readonly startedAt: number,
  ) {
    this.runner = by;
    this.steps = new Map(plan.steps.map((step) => [step.id, step]));
    this.openCount = this.steps.size;
    this.firsts = new Map(
      plan.steps.flatMap((step) => {
        const then = step.library?.then;
        return then === undefined ? [] : [[then, step] as const];
      }),
    );
  }

  get by(): Runner {
    return this.runner;
  }

  get phase(): RunPhase {
    return this.current;
  }

  /** Every step has ended. */
  get isDone(): boolean {
    return this.openCount === 0;
  }

  of(step: string): StepState {
    return this.states.get(step) ?? waiting;
  }

  /** The step that has to take an entry out before this one sends its content again. */
  firstOf(step: string): RunStep | undefined {
    return this.firsts.get(step);
  }

  /** When its first intent was written; undefined: there is none. */
  begunAt(step: string): number | undefined {
    return this.begun.get(step);
  }

  /** The site took the step at some time, whatever became of it. */
  wasTaken(step: string): boolean {
    return this.taken.has(step);
  }

  /** @returns whether it could follow what stands before */
  add(record: JournalRecord): boolean {
    if ('step' in record) return this.addToStep(record);
    this.addToRun(record);
    return true;
  }

  private addToRun(record: Exclude<JournalRecord, StepRecord>): void {
    switch (record.kind) {
      case 'run':
        this.problems.push('A second plan stands in this journal; it is left out.');
        return;
      case 'takenOver':
        this.runner = record.by;
        return;
      case 'paused':
        if (this.current === 'running') this.current = 'paused';
        return;
      case 'resumed':
        if (this.current === 'paused') this.current = 'running';
        return;
      case 'stopped':
        if (this.current !== 'ended') this.current = 'stopped';
        this.stopCause ??= record.cause;
        return;
      case 'ended':
        this.current = 'ended';
        this.endedAt = record.at;
    }
  }

  private addToStep(record: StepRecord): boolean {
    const step = this.steps.get(record.step);
    const next = step === undefined ? undefined : following(this.of(record.step), record);
    if (step === undefined || next === undefined) {
      this.problems.push(`Step ${record.step}: "${record.kind}" does not fit here; it is left out.`);
      return false;
    }
    this.states.set(record.step, next);
    if (record.kind === 'intent') {
      this.begun.set(record.step, record.at);
      this.lastBegun = record.at;
    }
    if (next.phase === 'followed') this.taken.add(record.step);
    if (next.phase !== 'ended') return true;
    this.openCount -= 1;
    this.ended.push({ step, fate: next.fate });
    return true;
  }
}

/** undefined: the record cannot follow that state. */
const following = (state: StepState, record: StepRecord): StepState | undefined => {
  const { at } = record;
  switch (record.kind) {
    case 'intent':
      return state.phase === 'waiting' ? { phase: 'asked', at, before: record.before } : undefined;
    case 'answer':
      if (state.phase !== 'asked') return undefined;
      return record.answer.kind === 'accepted'
        ? { phase: 'followed', at: state.at, before: state.before }
        : { ...state, answer: record.answer };
    case 'proof':
      return proved(state, record.proof, at);
    case 'outcome':
      // Skipped is what was never written, and nothing else.
      return state.phase !== 'ended' && (state.phase === 'waiting') === (record.fate.kind === 'skipped')
        ? { phase: 'ended', at, fate: record.fate }
        : undefined;
  }
};

const proved = (state: StepState, proof: Proof, at: number): StepState | undefined => {
  switch (proof.kind) {
    case 'effect':
      return state.phase === 'asked' ? { phase: 'followed', at: state.at, before: state.before } : undefined;
    case 'arrived':
      return state.phase === 'followed'
        ? { phase: 'arrived', at: state.at, arrivedAt: at, evidence: proof.evidence }
        : undefined;
    case 'puttingBack':
      return state.phase === 'asked' || state.phase === 'followed'
        ? { phase: 'asked', at, before: state.before, puttingBack: proof.cause }
        : undefined;
    case 'verifying':
      return state.phase === 'arrived'
        ? { phase: 'verifying', at: state.at, askedAt: at, evidence: state.evidence }
        : undefined;
    case 'verifyAnswer':
      return state.phase === 'verifying' ? { ...state, answer: proof.answer } : undefined;
    case 'cancelling':
      return state.phase === 'followed' ? { ...state, isCancelled: true } : undefined;
    case 'cancelAnswer':
      return state;
  }
};
