import type { Plan, PlanStep, StepOutcome } from '../core/redistribute/plan';
import { CimError, type Cim, type CimTarget } from '../ports/cim';
import type { Clock } from '../ports/clock';
import { startDpValidation } from './startDpValidation';
import { writePair, type WriteResult } from './writePair';

/** What a plan is written through. `provider` is the SMS Provider's computer and namespace. */
export interface WritableSite {
  readonly cim: Cim;
  readonly clock: Clock;
  readonly provider: CimTarget;
}

/**
 * Writes the plan step by step and reports each change of a step's outcome. Never throws: a step that fails
 * says why and the next one is tried, unless the provider itself is out of reach. When `stop` aborts, the step
 * at work is finished and the rest is skipped.
 */
export const applyPlan = async (
  site: WritableSite,
  plan: Plan,
  report: (index: number, outcome: StepOutcome) => void,
  stop: AbortSignal,
): Promise<readonly StepOutcome[]> => {
  const outcomes: StepOutcome[] = plan.steps.map(() => ({ kind: 'waiting' }));
  const tell = (index: number, outcome: StepOutcome): void => {
    outcomes[index] = outcome;
    report(index, outcome);
  };
  let unreachable: string | undefined;
  for (const [index, step] of plan.steps.entries()) {
    if (stop.aborted) tell(index, { kind: 'skipped', cause: 'Stopped before this step.' });
    else if (unreachable !== undefined && step.action !== 'validateDp')
      tell(index, { kind: 'skipped', cause: `Not tried: ${unreachable}` });
    else {
      tell(index, { kind: 'writing' });
      try {
        const result = await write(site, step);
        tell(index, result.kind === 'accepted' ? { kind: 'accepted', at: site.clock.now() } : result);
      } catch (error) {
        const cause = error instanceof Error ? error.message : String(error);
        if (error instanceof CimError && error.kind === 'unreachable') unreachable = cause;
        tell(
          index,
          error instanceof CimError && error.kind === 'notFound'
            ? { kind: 'skipped', cause }
            : { kind: 'failed', cause },
        );
      }
    }
  }
  return outcomes;
};

/** A step is never cut off half-way, so it gets a signal of its own that nobody aborts. */
const write = ({ cim, provider }: WritableSite, step: PlanStep): Promise<WriteResult> => {
  const { signal } = new AbortController();
  const { action } = step;
  switch (action) {
    case 'validateDp':
      return startDpValidation(cim, step.dpName, signal);
    case 'redistribute':
    case 'validate':
    case 'cancel':
      return writePair(cim, provider, { ...step, action }, signal);
    case 'distribute':
    case 'updateContent':
    case 'remove':
      return Promise.resolve({ kind: 'skipped', cause: `The simple run cannot ${action} yet.` });
  }
};
