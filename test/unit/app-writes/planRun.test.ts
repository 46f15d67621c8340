import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { PlanRun } from '../../../extension/app/planRun';
import { newestRecord, planWith, stepsFor, stillSite, writable } from './demo';

describe('the run of a plan', () => {
  let site: DemoEngine;
  before(async () => (site = await stillSite()));
  after(() => site.close());

  const newRun = (count: number): PlanRun =>
    new PlanRun(planWith('validate', stepsFor(site, 'validate').slice(0, count)), writable(site));

  it('writes nothing when another plan than the one shown is confirmed', () => {
    const run = newRun(1);
    const before = newestRecord(site);
    assert.throws(() => run.confirm('0123456789abcdef'), /Another plan/);
    assert.equal(run.state.phase, 'review');
    assert.equal(newestRecord(site), before);
  });

  it('is written once, however often it is confirmed', async () => {
    const run = newRun(1);
    const written = run.confirm(run.plan.hash);
    assert.throws(() => run.confirm(run.plan.hash), /confirmed before/);
    assert.equal((await written)[0]?.kind, 'accepted');
    assert.throws(() => run.confirm(run.plan.hash), /confirmed before/);
  });

  it('goes from review over running and stopping to done, each outcome told', async () => {
    const run = newRun(3);
    const phases = new Set([run.state.phase]);
    run.onDidChange(() => {
      phases.add(run.state.phase);
      if (run.state.outcomes[0]?.kind === 'accepted') run.stop();
    });
    await run.confirm(run.plan.hash);
    assert.deepEqual([...phases], ['review', 'running', 'stopping', 'done']);
    assert.deepEqual(
      run.state.outcomes.map(({ kind }) => kind),
      ['accepted', 'skipped', 'skipped'],
    );
  });
});
