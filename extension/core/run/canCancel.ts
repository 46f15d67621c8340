import type { RunStep } from './runPlan';
import type { StepState } from './runState';

/**
 * Whether cancelling can take a step back: what waits is skipped, and a transfer on its way is cancelled by
 * CancelDistribution. What has arrived is there, and removing or validating is not a distribution.
 */
export const canCancel = ({ action }: RunStep, { phase }: StepState): boolean =>
  phase === 'waiting' ||
  ((phase === 'asked' || phase === 'followed') && (action === 'redistribute' || action === 'distribute'));
