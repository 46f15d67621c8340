import assert from 'node:assert/strict';
import fc from 'fast-check';
import { breakerLimits, dpBreak, failuresOf, runBreak } from '../../../extension/core/run/breaker';
import { isFailure, type Fate } from '../../../extension/core/run/fate';
import { startable, verifiable, type LaneLimits } from '../../../extension/core/run/lanes';
import type { RunStep } from '../../../extension/core/run/runPlan';
import type { RunState } from '../../../extension/core/run/runState';
import { anyFate, anyJournal, anyPlan, newState } from './anyRun';

const limits: LaneLimits = { perDp: 2, perSource: 3, total: 5, validationsPerDp: 1, dpsValidating: 2 };
const breaker = { perDp: 3, total: 10 };

const isOpen = (state: RunState, { id }: RunStep): boolean =>
  state.of(id).phase !== 'waiting' && state.of(id).phase !== 'ended';
const isUnderWay = (state: RunState, { id }: RunStep): boolean =>
  state.of(id).phase === 'asked' || state.of(id).phase === 'followed';

const counted = (steps: readonly RunStep[], key: (step: RunStep) => string): readonly number[] => [
  ...steps
    .reduce(
      (counts, step) => counts.set(key(step), (counts.get(key(step)) ?? 0) + 1),
      new Map<string, number>(),
    )
    .values(),
];

const pairOf = ({ packageId, dp }: RunStep): string => `${packageId}@${dp}`;

const before = { state: 0, sourceVersion: 1, lastRefreshTime: 0 };

describe('the steps that may begin now', () => {
  it('wait, are within all limits with what is under way, and are one of a pair', () =>
    fc.assert(
      fc.property(anyJournal, ({ plan, records }) => {
        const state = newState(plan);
        for (const record of records) state.add(record);
        const failures = failuresOf(state);
        const begun = startable(state, limits, failures, breaker, 0);
        for (const { id } of begun) assert.equal(state.of(id).phase, 'waiting');
        // Limits hold for what is begun, whatever a journal says of what was begun before.
        const touched = (key: (step: RunStep) => string): ReadonlySet<string> => new Set(begun.map(key));
        const all = [...plan.steps.filter((step) => isUnderWay(state, step)), ...begun];
        const dps = touched(({ dp }) => dp);
        for (const count of counted(
          all.filter(({ dp }) => dps.has(dp)),
          ({ dp }) => dp,
        ))
          assert.ok(count <= limits.perDp);
        const sources = touched(({ sourceDp }) => sourceDp);
        for (const count of counted(
          all.filter(({ sourceDp }) => sources.has(sourceDp)),
          ({ sourceDp }) => sourceDp,
        ))
          assert.ok(count <= limits.perSource);
        if (begun.length > 0) assert.ok(all.length <= limits.total);
        const open = [...plan.steps.filter((step) => isOpen(state, step)), ...begun];
        const pairs = touched(pairOf);
        for (const count of counted(
          open.filter((step) => pairs.has(pairOf(step))),
          pairOf,
        ))
          assert.equal(count, 1);
      }),
    ));

  it('leave a DP that fails with no more writes than its breaker allows, however they overlap', () =>
    fc.assert(
      fc.property(anyPlan, fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), (plan, choices) => {
        const state = newState(plan);
        const bad = plan.steps[0]?.dp;
        let at = 0;
        let writes = 0;
        const failed: Fate = { kind: 'failed', cause: 'down' };
        for (const choice of choices) {
          at += 1;
          const open = plan.steps.filter((step) => isOpen(state, step));
          const ready = startable(state, limits, failuresOf(state), breaker, 0);
          const step = choice % 3 === 0 ? open[choice % Math.max(1, open.length)] : undefined;
          if (step !== undefined) {
            const fate: Fate = step.dp === bad ? failed : { kind: 'repaired', cause: '' };
            state.add({ kind: 'outcome', step: step.id, fate, at });
            continue;
          }
          const next = ready[0];
          if (next === undefined) continue;
          if (next.dp === bad) writes += 1;
          state.add({ kind: 'intent', step: next.id, before, at });
        }
        assert.ok(writes <= breaker.perDp, `${writes} writes`);
      }),
    ));

  it('are found as long as something waits and nothing is in the way', () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const state = newState(plan);
        for (let at = 1; !state.isDone; at++) {
          const [step] = startable(state, limits, failuresOf(state), breaker, 0);
          assert.ok(step);
          state.add({ kind: 'intent', step: step.id, before, at });
          state.add({ kind: 'outcome', step: step.id, fate: { kind: 'accepted', cause: '' }, at });
        }
        assert.equal(state.ended.length, plan.steps.length);
      }),
    ));

  it('are validated a few at a time on each DP', () =>
    fc.assert(
      fc.property(anyJournal, ({ plan, records }) => {
        const state = newState(plan);
        for (const record of records) state.add(record);
        const next = verifiable(state, limits);
        for (const { id } of next) assert.equal(state.of(id).phase, 'arrived');
        const dps = new Set(next.map(({ dp }) => dp));
        const running = plan.steps.filter(({ id }) => state.of(id).phase === 'verifying');
        for (const count of counted(
          [...running, ...next].filter(({ dp }) => dps.has(dp)),
          ({ dp }) => dp,
        ))
          assert.ok(count <= limits.validationsPerDp);
      }),
    ));
});

describe('the breaker', () => {
  it('opens after so many failures in a row, on a DP and in the run; a success closes it', () =>
    fc.assert(
      fc.property(anyPlan, fc.array(anyFate, { minLength: 30, maxLength: 30 }), (plan, fates) => {
        const state = newState(plan);
        const tried: { readonly dp: string; readonly failed: boolean }[] = [];
        for (const [index, step] of plan.steps.entries()) {
          const fate = fates[index] ?? assert.fail();
          if (fate.kind !== 'skipped') {
            state.add({ kind: 'intent', step: step.id, before, at: index });
            tried.push({ dp: step.dp, failed: isFailure(fate) });
          }
          state.add({ kind: 'outcome', step: step.id, fate, at: index });
        }
        const failures = failuresOf(state);
        const row = (all: typeof tried): number =>
          all.length - 1 - all.findLastIndex(({ failed }) => !failed);
        assert.equal(runBreak(failures, breakerLimits) !== undefined, row(tried) >= breakerLimits.total);
        for (const { dp } of plan.steps)
          assert.equal(
            dpBreak(failures, dp, breakerLimits) !== undefined,
            row(tried.filter((one) => one.dp === dp)) >= breakerLimits.perDp,
          );
      }),
    ));
});
