import type { Plan, StepOutcome } from '../core/redistribute/plan';
import { defineNotification, defineRequest } from './requestType';
import { isNothing, isRecordOf, isText } from './shape';

export type PlanPhase = 'review' | 'running' | 'stopping' | 'done';

export interface PlanState {
  /** undefined: the window was reloaded and the plan is gone; nothing more will be written. */
  readonly plan: Plan | undefined;
  readonly phase: PlanPhase;
  /** Same order as plan.steps. */
  readonly outcomes: readonly StepOutcome[];
  /** DPs that are waited for, with who works there; none before the run and at its end. */
  readonly waits: readonly PlanWait[];
  /** Its run can be shown. */
  readonly hasRun: boolean;
}

export interface PlanWait {
  readonly dpName: string;
  readonly by: string;
}

export const planState = defineRequest<PlanState>()('plan/state', isNothing);

/**
 * Writes the plan whose hash is given, and no other. `typed` is what stands in the box that a plan over its caps is
 * confirmed with: the number of its steps.
 */
export const planConfirm = defineRequest<undefined>()(
  'plan/confirm',
  isRecordOf<{ hash: string; typed: string }>({ hash: isText, typed: isText }),
);

/** Opens the plan as a document in an editor. */
export const planDocument = defineRequest<undefined>()('plan/document', isNothing);

/** Shows the run that carries the plan out. */
export const planShowRun = defineRequest<undefined>()('plan/showRun', isNothing);

/** Before the confirmation and at the end: closes the page. While it runs: stops after the current step. */
export const planCancel = defineRequest<undefined>()('plan/cancel', isNothing);

export const planChanged = defineNotification('plan/changed', isNothing);
