import type { DpKey } from '../../core/content/nalPath';
import type { PairProgress } from '../../core/run/pairProgress';
import { isLibraryStep, type RunStep } from '../../core/run/runPlan';
import type { BadPackage } from '../../core/validate/validationSigns';
import { stepNews, unreadFate, type Patience } from '../../core/run/stepNews';
import { SiteReadError } from '../../ports/siteReadError';
import type { ProgressReader } from './progressReader';
import type { RunLog } from './runLog';
import type { WatchedDps } from '../validate/watchedDps';

/** What the newest read told of a step that is under way. */
export interface StepProgress {
  /** Of its bytes or packages, 0 to 100. */
  readonly percent: number | undefined;
  /** The newest status message. */
  readonly words: string | undefined;
  /** Milliseconds, and what was found bad so far, of the validation of a whole DP. */
  readonly left?: number | undefined;
  readonly culprits?: readonly BadPackage[];
}

const never = new AbortController().signal;

/** Follows what has been written to its end, by reads of the site: one for all steps. */
export class StepFollower {
  /** By step id; of steps that are under way. */
  readonly progress = new Map<string, StepProgress>();
  /** Since when the site could not be read, by its own time. */
  private unreadSince: number | undefined;

  constructor(
    private readonly log: RunLog,
    private readonly reader: ProgressReader,
    private readonly patience: Patience,
    private readonly now: () => number,
    /** What is seen on the DPs themselves; nothing without it. */
    private readonly watchedDps?: WatchedDps,
  ) {}

  /** Steps that have begun and not ended. */
  get open(): readonly RunStep[] {
    const { state } = this.log;
    return state.plan.steps.filter(({ id }) => {
      const { phase } = state.of(id);
      return phase !== 'waiting' && phase !== 'ended';
    });
  }

  /** DPs on which something is under way. */
  get dps(): ReadonlySet<DpKey | ''> {
    return new Set(this.open.map(({ dp }) => dp));
  }

  /** What the site says of steps that are not written yet. undefined: it could not be read. */
  async look(steps: readonly RunStep[]): Promise<ReadonlyMap<string, PairProgress> | undefined> {
    return this.read(steps, this.now());
  }

  /** Of these steps, those whose DP has another NAL path by now. undefined: it could not be read. */
  async misled(steps: readonly RunStep[]): Promise<readonly RunStep[] | undefined> {
    try {
      const paths = await this.reader.pathsNow(never);
      return steps.filter(({ dp, nalPath }) => {
        const now = dp === '' ? nalPath : paths.get(dp);
        return now?.toLowerCase() !== nalPath.toLowerCase();
      });
    } catch (error) {
      if (!(error instanceof SiteReadError)) throw error;
      return undefined;
    }
  }

  /** Reads all that is under way, and takes down what is new. @returns whether anything is */
  async follow(): Promise<boolean> {
    const steps = this.open.filter((step) => !isLibraryStep(step));
    if (steps.length === 0) return false;
    const read = await this.read(steps, this.oldestIntent(steps));
    if (read === undefined) {
      await this.endUnread(steps);
      return false;
    }
    let isNew = false;
    for (const step of steps) {
      const before = this.progress.get(step.id)?.words;
      const hasMoved = await this.settle(step, read.get(step.id));
      isNew ||= hasMoved || this.progress.get(step.id)?.words !== before;
    }
    this.log.tell();
    return isNew;
  }

  /** Takes down what follows from the newest answer, and from what was read. @returns whether anything does */
  async settle(step: RunStep, progress: PairProgress | undefined): Promise<boolean> {
    const { log } = this;
    const state = log.state.of(step.id);
    const seen = this.watchedDps?.seen(step, state, progress) ?? progress;
    const news = stepNews(step, state, seen, this.now(), this.patience);
    switch (news.kind) {
      case 'none':
        if (progress !== undefined) this.progress.set(step.id, news);
        return false;
      case 'effect':
      case 'arrived':
        await log.add({ kind: 'proof', step: step.id, proof: news });
        // What is taken for begun may have come further.
        await this.settle(step, progress);
        return true;
      case 'ended':
        this.progress.delete(step.id);
        await log.add({ kind: 'outcome', step: step.id, fate: news.fate });
        return true;
    }
  }

  private oldestIntent(steps: readonly RunStep[]): number {
    const { state } = this.log;
    const times = steps.map(({ id }) => {
      const step = state.of(id);
      return step.phase === 'waiting' ? this.now() : step.at;
    });
    // Times of status messages may be of whole seconds.
    return Math.min(...times) - 1000;
  }

  private async read(
    steps: readonly RunStep[],
    since: number,
  ): Promise<ReadonlyMap<string, PairProgress> | undefined> {
    try {
      const read = await this.reader.read(steps, since, never);
      this.unreadSince = undefined;
      return read;
    } catch (error) {
      if (!(error instanceof SiteReadError)) throw error;
      this.unreadSince ??= this.now();
      return undefined;
    }
  }

  private async endUnread(steps: readonly RunStep[]): Promise<void> {
    const { log, patience } = this;
    if (this.now() - (this.unreadSince ?? this.now()) < patience.arrival) return;
    for (const step of steps)
      await log.add({ kind: 'outcome', step: step.id, fate: unreadFate(log.state.of(step.id)) });
  }
}
