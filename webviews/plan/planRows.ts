import type { LineBudget } from '../../extension/core/redistribute/budget/budget';
import type {
  Plan,
  PlanAction,
  PlanRefusal,
  PlanStep,
  StepOutcome,
} from '../../extension/core/redistribute/plan';
import type { PlanState } from '../../extension/protocol/planPage';

/** A step with what has become of it. */
export interface StepRow {
  readonly kind: 'step';
  readonly key: string;
  readonly step: PlanStep;
  readonly outcome: StepOutcome;
}

/** A DP, above its steps. */
export interface DpRow {
  readonly kind: 'dp';
  readonly key: string;
  readonly dpName: string;
  readonly steps: number;
  /** Sum of the known sizes. */
  readonly bytes: number;
  /** undefined: nothing is sent there. */
  readonly budget: LineBudget | undefined;
}

export type PlanRow = StepRow | DpRow;

const waiting: StepOutcome = { kind: 'waiting' };
const first: readonly StepOutcome['kind'][] = ['failed', 'skipped'];

/** The steps in their order; at the end what did not work comes first. */
export const stepRows = ({ plan, outcomes, phase }: PlanState): readonly StepRow[] => {
  const rows = (plan?.steps ?? []).map((step, index): StepRow => ({
    kind: 'step',
    key: step.id,
    step,
    outcome: outcomes[index] ?? waiting,
  }));
  const weight = ({ outcome }: StepRow): number => (first.indexOf(outcome.kind) + 3) % 3;
  return phase === 'done' ? rows.toSorted((a, b) => weight(a) - weight(b)) : rows;
};

/** The steps are each of a package on a DP, so that they stand below their DPs. */
export const isByDp = ({ purpose }: Pick<Plan, 'purpose'>): boolean =>
  purpose !== 'updateContent' && purpose !== 'validateDp';

export const groupedByDp = (rows: readonly StepRow[], budgets: readonly LineBudget[]): readonly PlanRow[] => {
  const byDp = new Map<string, StepRow[]>();
  for (const row of rows) {
    const known = byDp.get(row.step.dpName);
    if (known === undefined) byDp.set(row.step.dpName, [row]);
    else known.push(row);
  }
  const budgetOf = new Map(budgets.map((budget) => [budget.line.dpName, budget]));
  return [...byDp].flatMap(([dpName, steps]): readonly PlanRow[] => [
    {
      kind: 'dp',
      key: `dp ${dpName}`,
      dpName,
      steps: steps.length,
      bytes: steps.reduce((sum, { step }) => sum + (step.bytes ?? 0), 0),
      budget: budgetOf.get(dpName),
    },
    ...steps,
  ]);
};

export interface Progress {
  readonly all: number;
  readonly ended: number;
  readonly accepted: number;
  readonly failed: number;
  readonly skipped: number;
  readonly writing: PlanStep | undefined;
}

export const progressOf = (rows: readonly StepRow[]): Progress => {
  const count = (kind: StepOutcome['kind']): number =>
    rows.filter(({ outcome }) => outcome.kind === kind).length;
  const [accepted, failed, skipped] = [count('accepted'), count('failed'), count('skipped')];
  return {
    all: rows.length,
    ended: accepted + failed + skipped,
    accepted,
    failed,
    skipped,
    writing: rows.find(({ outcome }) => outcome.kind === 'writing')?.step,
  };
};

/** How many steps ask for what, the most frequent first. */
export const actionCounts = (
  steps: readonly PlanStep[],
): readonly { readonly action: PlanAction; readonly count: number }[] => {
  const counts = new Map<PlanAction, number>();
  for (const { action } of steps) counts.set(action, (counts.get(action) ?? 0) + 1);
  return Array.from(counts, ([action, count]) => ({ action, count })).sort((a, b) => b.count - a.count);
};

/** Each caution once, with the number of steps that it is about; the most frequent first. */
export const cautionCounts = (
  steps: readonly PlanStep[],
): readonly { readonly caution: string; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const caution of steps.flatMap(({ cautions }) => cautions))
    counts.set(caution, (counts.get(caution) ?? 0) + 1);
  return [...counts].map(([caution, count]) => ({ caution, count })).sort((a, b) => b.count - a.count);
};

export const refusalKey = ({ packageId, dpName }: PlanRefusal): string => `${packageId}@${dpName}`;
