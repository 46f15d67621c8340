import type { Verdict } from '../reconcile/verdict';
import type { PlanAction } from './plan';

/** The content is not there yet, as far as is known. */
const lacking: ReadonlySet<Verdict> = new Set([
  'notTargeted',
  'missing',
  'filesMissing',
  'distributionFailed',
]);

/** By how many bytes a DP's library grows; what lies there already is written over. undefined: not known. */
export const growthOf = (
  action: PlanAction,
  verdict: Verdict | undefined,
  bytes: number | undefined,
): number | undefined => {
  const brings =
    action === 'distribute' || (action === 'redistribute' && verdict !== undefined && lacking.has(verdict));
  return brings ? bytes : 0;
};
