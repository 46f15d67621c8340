import type { FateKind } from '../run/fate';
import { fateKinds } from '../run/fate';
import type { RunAction, RunStep } from '../run/runPlan';
import type { RunPhase, RunState } from '../run/runState';
import { percentOf, standingOf, type RowStanding, type StepNow } from './runRow';
import { TransferRate } from './transferRate';

/** How many steps stand where. */
export type StandingCounts = Readonly<Record<RowStanding, number>>;

/** What is sent to one DP, or by the whole run. */
export interface Amount {
  readonly steps: number;
  readonly counts: StandingCounts;
  /** Sum of the known sizes of what is sent. */
  readonly bytes: number;
  readonly sent: number;
  /** Bytes a second; undefined while it is not known. */
  readonly rate: number | undefined;
  /** Milliseconds until all is sent, at that rate. */
  readonly left: number | undefined;
}

/** One DP of a run. */
export interface RunLane extends Amount {
  readonly dp: string;
  readonly name: string;
  /** What goes on there. */
  readonly now: { readonly packageName: string; readonly percent: number | undefined } | undefined;
  /** Who else works there, and is waited for; '' for nobody. */
  readonly heldBy: string;
}

/** A run, as one looks at it. Times are the site's, UTC epoch milliseconds. */
export interface RunSummary extends Amount {
  readonly id: string;
  readonly siteName: string;
  /** `left`: nobody works on it here any more, before its end. */
  readonly phase: RunPhase | 'left';
  readonly cause: string;
  readonly by: string;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  readonly now: number;
  readonly actions: readonly { readonly action: RunAction; readonly count: number }[];
  readonly lanes: readonly RunLane[];
  readonly problems: readonly string[];
}

const none = Object.fromEntries(
  ['waiting', 'underWay', ...fateKinds].map((standing) => [standing, 0]),
) as StandingCounts;

const isSent = ({ action }: RunStep): boolean => action === 'redistribute' || action === 'distribute';

/** Bytes of a step that are there. */
const sentOf = (run: RunState, step: RunStep, now: StepNow | undefined): number => {
  const state = run.of(step.id);
  const bytes = step.bytes ?? 0;
  if (state.phase === 'ended') return hasArrived(state.fate.kind) ? bytes : 0;
  return (bytes * (percentOf(state, now) ?? 0)) / 100;
};

const hasArrived = (kind: FateKind): boolean => kind === 'repaired' || kind === 'accepted';

/** Adds up what has become of steps; those that ended without their content arriving are sent no more. */
class Sum {
  readonly counts: Record<RowStanding, number> = { ...none };
  steps = 0;
  bytes = 0;
  sent = 0;

  add(run: RunState, step: RunStep, now: StepNow | undefined): void {
    const state = run.of(step.id);
    this.steps += 1;
    this.counts[standingOf(state)] += 1;
    if (!isSent(step) || (state.phase === 'ended' && !hasArrived(state.fate.kind))) return;
    this.bytes += step.bytes ?? 0;
    this.sent += sentOf(run, step, now);
  }

  amount(rate: TransferRate): Amount {
    const { counts, steps, bytes, sent } = this;
    const isOver = counts.waiting === 0 && counts.underWay === 0;
    const left = isOver || sent >= bytes ? undefined : rate.timeFor(bytes - sent);
    return { counts, steps, bytes, sent, rate: isOver ? undefined : rate.perSecond, left };
  }
}

/** Looks at a run again and again, which is how it learns how fast it goes. */
export class RunWatch {
  private readonly total = new TransferRate();
  private readonly rates = new Map<string, TransferRate>();

  /** @param leftBecause why nobody works on it any more, where that is before its end */
  summary(
    id: string,
    run: RunState,
    progress: ReadonlyMap<string, StepNow>,
    heldBy: ReadonlyMap<string, string>,
    now: number,
    leftBecause: string | undefined,
  ): RunSummary {
    const sum = new Sum();
    const lanes = new Map<string, { readonly sum: Sum; readonly first: RunStep; now: RunLane['now'] }>();
    const actions = new Map<RunAction, number>();
    const left = new Map<string, number>();
    for (const step of run.plan.steps) {
      const told = progress.get(step.id);
      const lane = lanes.get(step.dp) ?? { sum: new Sum(), first: step, now: undefined };
      lanes.set(step.dp, lane);
      sum.add(run, step, told);
      lane.sum.add(run, step, told);
      actions.set(step.action, (actions.get(step.action) ?? 0) + 1);
      if (told?.left !== undefined) left.set(step.dp, told.left);
      if (standingOf(run.of(step.id)) === 'underWay')
        lane.now ??= { packageName: step.packageName, percent: percentOf(run.of(step.id), told) };
    }
    this.total.note(now, sum.sent);
    const hasLeft = leftBecause !== undefined && run.phase !== 'ended';
    return {
      id,
      siteName: run.siteName,
      phase: hasLeft ? 'left' : run.phase,
      cause: (hasLeft ? leftBecause : run.stopCause) ?? '',
      by: `${run.by.user} (${run.by.computer})`,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      now,
      actions: Array.from(actions, ([action, count]) => ({ action, count })),
      ...sum.amount(this.total),
      lanes: Array.from(lanes, ([dp, lane]): RunLane => {
        const rate = this.rates.get(dp) ?? new TransferRate();
        this.rates.set(dp, rate);
        rate.note(now, lane.sum.sent);
        const name = lane.first.dpName;
        const amount = lane.sum.amount(rate);
        return {
          dp,
          name,
          now: lane.now,
          heldBy: heldBy.get(dp) ?? '',
          ...amount,
          left: amount.left ?? left.get(dp),
        };
      }).sort((a, b) => laneOrder(a) - laneOrder(b)),
      problems: run.problems,
    };
  }
}

/** Where something goes on first, then what waits, then what is done. */
const laneOrder = ({ counts }: RunLane): number => {
  if (counts.underWay > 0) return 0;
  return counts.waiting > 0 ? 1 : 2;
};
