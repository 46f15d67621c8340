import type { PlanRefusal, PlanStep, StepOutcome } from '../../extension/core/redistribute/plan';
import type { PlanState } from '../../extension/protocol/planPage';

/** A step with what has become of it. */
export interface StepRow {
  readonly key: string;
  readonly step: PlanStep;
  readonly outcome: StepOutcome;
}

const waiting: StepOutcome = { kind: 'waiting' };
const first: readonly StepOutcome['kind'][] = ['failed', 'skipped'];

/** The steps in their order; at the end what did not work comes first. */
export const stepRows = ({ plan, outcomes, phase }: PlanState): readonly StepRow[] => {
  const rows = (plan?.steps ?? []).map((step, index) => ({
    key: `${step.packageId}@${step.dp}`,
    step,
    outcome: outcomes[index] ?? waiting,
  }));
  const weight = ({ outcome }: StepRow): number => (first.indexOf(outcome.kind) + 3) % 3;
  return phase === 'done' ? rows.toSorted((a, b) => weight(a) - weight(b)) : rows;
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
