import type { PairProgress } from '../../core/run/pairProgress';
import type { RunStep } from '../../core/run/runPlan';
import type { StepState } from '../../core/run/runState';
import type { RunSite } from '../run/runSite';
import { FollowedDp } from './followDp';

/** The DPs that a run validates as a whole, looked into while it goes on. */
export class WatchedDps {
  private readonly dps = new Map<string, FollowedDp>();
  private readonly leaving = new AbortController();

  constructor(private readonly site: Pick<RunSite, 'cim' | 'computers'>) {}

  /** What the site told, with what is seen on the DP. */
  seen(step: RunStep, state: StepState, progress: PairProgress | undefined): PairProgress | undefined {
    const { computers, cim } = this.site;
    if (step.action !== 'validateDp' || progress?.validation === undefined || computers === undefined)
      return progress;
    if (state.phase !== 'followed' && state.phase !== 'asked') return progress;
    const known = this.dps.get(step.id) ?? new FollowedDp(computers, cim, step.dpName, state.at);
    this.dps.set(step.id, known);
    return { ...progress, validation: { ...progress.validation, ...known.look(this.leaving.signal) } };
  }

  /** Looks at none of them any more. */
  stop(): void {
    this.leaving.abort();
  }
}
