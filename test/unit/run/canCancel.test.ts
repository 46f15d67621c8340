import assert from 'node:assert/strict';
import { runRows, type RunRow } from '../../../extension/core/runView/runRow';
import type { RunAction, RunPlan } from '../../../extension/core/run/runPlan';
import { runPlan } from '../../webview/support/runs';
import { newState } from './anyRun';

const planOf = (action: RunAction): RunPlan => {
  const plan = runPlan(1);
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, action })) };
};

/** How the one step of a run is shown at each of its phases. */
const phases = (action: RunAction): readonly (readonly [RunRow['phase'], boolean])[] => {
  const plan = planOf(action);
  const state = newState(plan);
  const step = plan.steps[0]?.id ?? '';
  const shown = (): readonly [RunRow['phase'], boolean] => {
    const [row] = runRows(state, new Map(), { standings: [], dp: '' });
    assert.ok(row);
    return [row.phase, row.canCancel];
  };
  const seen = [shown()];
  const before = { state: 0, sourceVersion: 1, lastRefreshTime: 0 };
  const entries = [
    { kind: 'intent', step, before },
    { kind: 'answer', step, answer: { kind: 'accepted' } },
    { kind: 'proof', step, proof: { kind: 'arrived', evidence: 'message 2330' } },
    { kind: 'proof', step, proof: { kind: 'verifying' } },
    { kind: 'outcome', step, fate: { kind: 'repaired', cause: '' } },
  ] as const;
  for (const [at, entry] of entries.entries()) {
    assert.ok(state.add({ at: at + 1, ...entry }), entry.kind);
    seen.push(shown());
  }
  return seen;
};

describe('a step of a run', () => {
  it('can be cancelled while it waits and while its content is on its way, and not when that has arrived', () => {
    for (const action of ['redistribute', 'distribute'] as const)
      assert.deepEqual(phases(action), [
        ['waiting', true],
        ['asked', true],
        ['followed', true],
        ['arrived', false],
        ['verifying', false],
        ['ended', false],
      ]);
  });

  it('that sends nothing can be cancelled only while it waits', () => {
    for (const action of ['validate', 'remove'] as const)
      assert.deepEqual(
        phases(action).filter(([, canCancel]) => canCancel),
        [['waiting', true]],
      );
  });
});
