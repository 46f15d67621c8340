import { canCancel } from '../run/canCancel';
import type { FateKind } from '../run/fate';
import type { BadPackage } from '../validate/validationSigns';
import type { RunStep } from '../run/runPlan';
import type { RunState, StepState } from '../run/runState';

/** Where a step stands, as one looks for it. */
export type RowStanding = 'waiting' | 'underWay' | FateKind;

/** What the newest read told of a step that is under way. */
export interface StepNow {
  readonly percent: number | undefined;
  readonly words: string | undefined;
  /** Milliseconds, and what was found bad so far, of the validation of a whole DP. */
  readonly left?: number | undefined;
  readonly culprits?: readonly BadPackage[];
}

/** A step of a run with what has become of it. */
export interface RunRow {
  readonly id: string;
  readonly action: RunStep['action'];
  readonly packageId: string;
  readonly packageName: string;
  readonly dp: string;
  readonly dpName: string;
  readonly bytes: number | undefined;
  readonly standing: RowStanding;
  readonly phase: StepState['phase'];
  readonly canCancel: boolean;
  /** Of its bytes, 0 to 100; undefined where none is known. */
  readonly percent: number | undefined;
  /** The newest message, or the cause of its fate. */
  readonly words: string;
  /** Of its intent or its end; undefined before. */
  readonly at: number | undefined;
  /** Packages that a validation of the whole DP found bad, so far. */
  readonly culprits: readonly BadPackage[];
}

/** Which rows are shown; nothing chosen shows all. */
export interface RunView {
  readonly standings: readonly RowStanding[];
  /** Key of a DP; '' for all. */
  readonly dp: string;
}

export const standingOf = (state: StepState): RowStanding => {
  if (state.phase === 'waiting') return 'waiting';
  return state.phase === 'ended' ? state.fate.kind : 'underWay';
};

/** Of its bytes; what has arrived has all of them. */
export const percentOf = (state: StepState, now: StepNow | undefined): number | undefined => {
  if (state.phase === 'arrived' || state.phase === 'verifying') return 100;
  return state.phase === 'followed' ? now?.percent : undefined;
};

const wordsOf = (state: StepState, now: StepNow | undefined): string => {
  switch (state.phase) {
    case 'waiting':
      return '';
    case 'asked':
      return state.answer?.cause ?? 'Asked; its answer is awaited.';
    case 'followed':
      return now?.words ?? 'The site accepted it.';
    case 'arrived':
      return `Arrived (${state.evidence}); to be validated.`;
    case 'verifying':
      return 'Arrived; its validation is awaited.';
    case 'ended':
      return state.fate.cause;
  }
};

/** What goes on first, then what went wrong, then what is still to come, and at last what is done. */
const order: readonly RowStanding[] = [
  'underWay',
  'failed',
  'unsure',
  'notProved',
  'waiting',
  'skipped',
  'accepted',
  'repaired',
];

/** The rows of a view, in the order of what needs a look; of one standing, in that of the plan. */
export const runRows = (
  run: RunState,
  progress: ReadonlyMap<string, StepNow>,
  { standings, dp }: RunView,
): readonly RunRow[] => {
  const byStanding = new Map<RowStanding, RunRow[]>(order.map((standing) => [standing, []]));
  for (const step of run.plan.steps) {
    const state = run.of(step.id);
    const standing = standingOf(state);
    if (dp !== '' && step.dp !== dp) continue;
    if (standings.length > 0 && !standings.includes(standing)) continue;
    const now = progress.get(step.id);
    byStanding.get(standing)?.push({
      id: step.id,
      action: step.action,
      packageId: step.packageId,
      packageName: step.packageName,
      dp: step.dp,
      dpName: step.dpName,
      bytes: step.bytes,
      standing,
      phase: state.phase,
      canCancel: canCancel(step, state),
      percent: percentOf(state, now),
      words: wordsOf(state, now),
      at: state.phase === 'waiting' ? undefined : state.at,
      culprits: (state.phase === 'ended' ? state.fate.culprits : now?.culprits) ?? [],
    });
  }
  return order.flatMap((standing) => byStanding.get(standing) ?? []);
};
