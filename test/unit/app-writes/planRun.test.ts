import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { PlanRun } from '../../../extension/app/planRun';
import type { JournalFolder } from '../../../extension/adapters/machine/journalFolder';
import type { PlanAction } from '../../../extension/core/redistribute/plan';
import { by, runSiteOf, withJournals } from '../run/runs';
import { newestRecord, planWith, stepsFor, stillSite } from './demo';

describe('a plan from its review until it is written', () => {
  let site: DemoEngine;
  before(async () => (site = await stillSite()));
  after(() => site.close());

  const newRun = (journals: JournalFolder, count: number, action: PlanAction = 'validate'): PlanRun => {
    const steps = stepsFor(site, action);
    const plan = planWith(site, action, steps.slice(0, count));
    return new PlanRun(plan, () => Promise.resolve({ site: runSiteOf(site), journals, by }));
  };

  it('writes nothing when another plan than the one shown is confirmed', () =>
    withJournals((journals) => {
      const run = newRun(journals, 1);
      const before = newestRecord(site);
      assert.throws(() => run.confirm('0123456789abcdef'), /Another plan/);
      assert.equal(run.state.phase, 'review');
      assert.equal(newestRecord(site), before);
      return Promise.resolve();
    }));

  it('is written once, however often it is confirmed', () =>
    withJournals(async (journals) => {
      const run = newRun(journals, 1, 'cancel');
      const written = run.confirm(run.plan.hash);
      assert.throws(() => run.confirm(run.plan.hash), /confirmed before/);
      assert.equal((await written)[0]?.kind, 'accepted');
      assert.throws(() => run.confirm(run.plan.hash), /confirmed before/);
      // Nor does another window write it, or this one after a reload.
      const again = newRun(journals, 1, 'cancel');
      const [outcome] = await again.confirm(run.plan.hash);
      assert.equal(outcome?.kind, 'skipped');
      assert.match(outcome.cause, /confirmed before|being carried out/);
    }));

  it('goes from review over running and stopping to done, and says what was not begun', () =>
    withJournals(async (journals) => {
      const run = newRun(journals, 12, 'cancel');
      const phases = new Set([run.state.phase]);
      run.onDidChange(() => {
        phases.add(run.state.phase);
        if (run.state.outcomes[0]?.kind === 'accepted') run.stop();
      });
      const outcomes = await run.confirm(run.plan.hash);
      assert.deepEqual([...phases], ['review', 'running', 'stopping', 'done']);
      assert.equal(outcomes[0]?.kind, 'accepted');
      const last = outcomes.at(-1);
      assert.equal(last?.kind, 'skipped');
      assert.match(last.cause, /stopped before/);
    }));
});
