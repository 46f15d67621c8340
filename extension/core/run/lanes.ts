import { pairId } from '../reconcile/pairId';
import type { BreakerLimits, Failures } from './breaker';
import type { RunStep } from './runPlan';
import type { RunState, StepState } from './runState';
import { isHeld, standingOf } from './stepOrder';

/** How much may be under way at once. */
export interface LaneLimits {
  /** Transfers to one DP. */
  readonly perDp: number;
  /** Transfers over the line of one source: a pull DP's source, or the site server. */
  readonly perSource: number;
  readonly total: number;
  /** Single-package validations on one DP. */
  readonly validationsPerDp: number;
  /** Validations of whole DPs; a plan may say otherwise. */
  readonly dpsValidating: number;
}

/** Package Transfer Manager sends 15 at once by default; a longer queue than this helps nobody. */
export const laneLimits: LaneLimits = {
  perDp: 3,
  perSource: 30,
  total: 60,
  validationsPerDp: 2,
  dpsValidating: 5,
};

/** Under way at the site: sent, or to be sent, and not there yet. */
const isUnderWay = ({ phase }: StepState): boolean => phase === 'asked' || phase === 'followed';

const pairOf = ({ packageId, dp, id }: RunStep): string => (dp === '' ? id : pairId(packageId, dp));

/**
 * The steps that may begin now, in the plan's order: within the limits, one of a pair at a time. So much of a DP
 * that it never has more under way than failures that it may still make: a DP that fails gets as many writes as
 * its breaker allows, and no more.
 */
export const startable = (
  run: RunState,
  limits: LaneLimits,
  failures: Failures,
  breaker: BreakerLimits,
  now: number,
): readonly RunStep[] => {
  const lanes = new Lanes();
  const validations = new ValidationLane(run, limits, now);
  const found: RunStep[] = [];
  for (const step of run.plan.steps) {
    const state = run.of(step.id);
    if (state.phase === 'ended' || state.phase === 'waiting') continue;
    if (!isHeld(step, run)) lanes.pairs.add(pairOf(step));
    if (isUnderWay(state)) lanes.take(step);
    // What is being proved may fail, too.
    else lanes.risk(step);
  }
  for (const step of run.plan.steps) {
    if (run.of(step.id).phase !== 'waiting' || lanes.pairs.has(pairOf(step))) continue;
    const standing = standingOf(step, run);
    if (standing.kind === 'never') continue;
    const room = breaker.perDp - (failures.ofDp.get(step.dp) ?? 0);
    const first = run.firstOf(step.id);
    const isFree =
      // It goes on in the lane of what made way for it.
      (first !== undefined && isHeld(first, run)) ||
      (lanes.total < limits.total &&
        (step.dp === '' ||
          (lanes.onDp(step.dp) < limits.perDp &&
            lanes.atRisk(step.dp) < room &&
            lanes.from(step.sourceDp) < limits.perSource)));
    // Steps of a pair keep their order: what waits keeps the later ones waiting.
    lanes.pairs.add(pairOf(step));
    if (!isFree || standing.kind === 'wait') continue;
    if (step.action === 'validateDp' && !validations.take()) continue;
    lanes.take(step);
    found.push(step);
  }
  return found;
};

/** Steps whose content is there and whose validation may be asked for now. */
export const verifiable = (run: RunState, { validationsPerDp }: LaneLimits): readonly RunStep[] => {
  const running = new Map<string, number>();
  for (const { id, dp } of run.plan.steps)
    if (run.of(id).phase === 'verifying') running.set(dp, (running.get(dp) ?? 0) + 1);
  return run.plan.steps.filter(({ id, dp }) => {
    const count = running.get(dp) ?? 0;
    if (run.of(id).phase !== 'arrived' || count >= validationsPerDp) return false;
    running.set(dp, count + 1);
    return true;
  });
};

/** What is taken of each limit. */
class Lanes {
  readonly pairs = new Set<string>();
  total = 0;
  private readonly dps = new Map<string, number>();
  private readonly risks = new Map<string, number>();
  private readonly sources = new Map<string, number>();

  take(step: RunStep): void {
    this.total += 1;
    add(this.dps, step.dp);
    add(this.sources, step.sourceDp);
    this.risk(step);
  }

  risk({ dp }: RunStep): void {
    add(this.risks, dp);
  }

  onDp(dp: string): number {
    return this.dps.get(dp) ?? 0;
  }

  atRisk(dp: string): number {
    return this.risks.get(dp) ?? 0;
  }

  from(source: string): number {
    return this.sources.get(source) ?? 0;
  }
}

/** Validations of whole DPs: so many at once, each so long after the one before. */
class ValidationLane {
  private room: number;
  private readonly isSpread: boolean;

  constructor(run: RunState, { dpsValidating }: LaneLimits, now: number) {
    const { steps, caps } = run.plan;
    const underWay = steps.filter(({ id, action }) => action === 'validateDp' && isUnderWay(run.of(id)));
    this.room = (caps.dpsAtOnce ?? dpsValidating) - underWay.length;
    this.isSpread = (caps.spreadMinutes ?? 0) > 0;
    const next = (run.lastBegun ?? -Infinity) + (caps.spreadMinutes ?? 0) * 60_000;
    if (now < next) this.room = 0;
  }

  take(): boolean {
    if (this.room <= 0) return false;
    this.room = this.isSpread ? 0 : this.room - 1;
    return true;
  }
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
