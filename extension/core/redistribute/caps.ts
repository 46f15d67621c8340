import { formatBytes } from '../filter/bytes';
import type { RunCaps } from '../run/runPlan';
import type { Plan, PlanPurpose, PlanTotals } from './plan';

/** More than this nobody reviews, and a confirmation of it would confirm nothing. */
export const planLimit = 5_000;

export const defaultCaps: RunCaps = { steps: 500, distributionPoints: 50, bytes: 500 * 1024 ** 3 };

/** Which caps a plan is over, in words; a size that is not known counts as nothing, and is told beside. */
export const overCaps = (steps: number, totals: PlanTotals, caps: RunCaps): readonly string[] => [
  ...(steps > caps.steps ? [`${steps} steps, the cap is ${caps.steps}`] : []),
  ...(totals.distributionPoints > caps.distributionPoints
    ? [`${totals.distributionPoints} distribution points, the cap is ${caps.distributionPoints}`]
    : []),
  ...(totals.bytes > caps.bytes
    ? [`${formatBytes(totals.bytes)}, the cap is ${formatBytes(caps.bytes)}`]
    : []),
];

/**
 * How much it takes to confirm a plan: a button, a button that names what it does, or the number of steps typed back.
 */
export type Confirmation =
  | { readonly kind: 'button' }
  | { readonly kind: 'named' }
  | { readonly kind: 'typed'; readonly over: readonly string[] };

/** What they do reaches further, or is harder to see, than a new copy. */
const consequential: ReadonlySet<PlanPurpose> = new Set(['updateContent', 'remove', 'repairLibrary']);

const fewSteps = 10;
const fewBytes = 1024 ** 3;

export const confirmationOf = ({
  purpose,
  steps,
  totals,
  caps,
}: Pick<Plan, 'purpose' | 'steps' | 'totals' | 'caps'>): Confirmation => {
  const over = overCaps(steps.length, totals, caps);
  if (over.length > 0) return { kind: 'typed', over };
  const isSmall = steps.length <= fewSteps && totals.bytes <= fewBytes && totals.stepsOfUnknownSize === 0;
  return { kind: isSmall && !consequential.has(purpose) ? 'button' : 'named' };
};

/** The plan with caps that let it through: somebody typed its size back. */
export const confirmedOver = (plan: Plan): Plan => ({
  ...plan,
  caps: {
    steps: Math.max(plan.caps.steps, plan.steps.length),
    distributionPoints: Math.max(plan.caps.distributionPoints, plan.totals.distributionPoints),
    bytes: Math.max(plan.caps.bytes, plan.totals.bytes),
  },
});
