import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { planUndo } from '../../../extension/app/library/repair/planUndo';
import { parsePlan } from '../../../extension/core/redistribute/document/parsePlan';
import { printPlan } from '../../../extension/core/redistribute/document/printPlan';
import type { Plan } from '../../../extension/core/redistribute/plan';
import { planProblem } from '../../../extension/core/run/checkPlan';
import { demoSite, withJournals } from '../run/runs';
import { carriedOut, causes, dpOf, fates, listsOf, mismatchesOf, never, planned, undoCaps } from './repairs';

/** What a plan does, without its last look at each DP. */
const actionsOf = ({ steps }: Plan): readonly string[] =>
  steps.map(({ action }) => action).filter((action) => action !== 'checkLists');

describe('the repair of DPs whose lists disagree', function () {
  this.timeout(120_000);

  it('makes all lists of the site agree, and is undone to the byte', () =>
    withJournals(async (journals) => {
      const engine = await demoSite();
      const all = mismatchesOf(engine);
      const dps = [...new Set(all.map(({ dp }) => dp))].map((key) => dpOf(engine, key));
      const before = new Map(dps.map((dp) => [dp, listsOf(engine, dp)]));
      assert.ok(
        dps.some((dp) => !engine.libraries.of(dp).listsAgree()),
        'nothing to repair',
      );

      const plan = await planned(engine, all);
      const unwanted = all.filter(({ targeted }) => targeted === false);
      assert.equal(actionsOf(plan).filter((action) => action === 'quarantine').length, unwanted.length);
      assert.ok(actionsOf(plan).includes('redistribute'));
      assert.equal(plan.steps.length - actionsOf(plan).length, new Set(plan.steps.map(({ dp }) => dp)).size);
      const run = await carriedOut(engine, journals, plan);
      assert.deepEqual(new Set(fates(run, 'quarantine')), new Set(['accepted']));
      assert.deepEqual(new Set(fates(run, 'redistribute')), new Set(['repaired']));
      assert.deepEqual(new Set(fates(run, 'checkLists')), new Set(['repaired']));
      for (const { dp } of plan.steps) assert.ok(engine.libraries.of(dpOf(engine, dp)).listsAgree(), dp);

      const undo = await planUndo(run.id, run.state, engine, undoCaps, never);
      assert.equal(undo.steps.length, unwanted.length);
      const undone = await carriedOut(engine, journals, undo);
      assert.deepEqual(new Set(fates(undone, 'restore')), new Set(['accepted']));
      const onlyUnwanted = dps.filter((dp) =>
        all.every((one) => one.dp !== dp.key || one.targeted === false),
      );
      assert.ok(onlyUnwanted.length > 0);
      for (const dp of onlyUnwanted) assert.deepEqual(listsOf(engine, dp), before.get(dp), dp.server);
      // What is back is not put back a second time.
      const again = await planUndo(run.id, run.state, engine, undoCaps, never);
      assert.deepEqual(new Set(again.refused.map(({ rule }) => rule)), new Set(['backAlready']));
      await engine.close();
    }));

  it('takes an entry out first where that is asked for, and sends its content again right after', () =>
    withJournals(async (journals) => {
      const engine = await demoSite();
      const chosen = mismatchesOf(engine, 'onlyInWmi', 'onlyInPkgLib');
      const plan = await planned(engine, chosen, { takeOutFirst: true });
      const pairs = actionsOf(plan);
      assert.ok(pairs.length > 2);
      assert.ok(
        pairs.every((action, index) => action === ['quarantine', 'redistribute'][index % 2]),
        pairs.join(),
      );
      const run = await carriedOut(engine, journals, plan);
      assert.deepEqual(new Set(fates(run, 'redistribute')), new Set(['repaired']));
      assert.deepEqual(new Set(fates(run, 'checkLists')), new Set(['repaired']));
      // The old entry is not put over the new one.
      const undo = await planUndo(run.id, run.state, engine, undoCaps, never);
      assert.equal(undo.steps.length, 0);
      assert.deepEqual(new Set(undo.refused.map(({ rule }) => rule)), new Set(['sentAgain']));
      await engine.close();
    }));

  it('puts an entry back when its content cannot be sent again', () =>
    withJournals(async (journals) => {
      const engine = await demoSite();
      const chosen = mismatchesOf(engine, 'onlyInWmi', 'onlyInPkgLib').slice(0, 4);
      const plan = await planned(engine, chosen, { takeOutFirst: true });
      const dps = [...new Set(plan.steps.map(({ dp }) => dp))].map((key) => dpOf(engine, key));
      const before = dps.map((dp) => listsOf(engine, dp));
      engine.changeFaults({ writesAllowed: 0 });
      const run = await carriedOut(engine, journals, plan);
      assert.deepEqual(
        dps.map((dp) => listsOf(engine, dp)),
        before,
      );
      assert.ok(fates(run, 'quarantine').includes('failed'));
      assert.match(causes(run, 'quarantine').join(), /could not be sent again.*lists are as they were/);
      const undo = await planUndo(run.id, run.state, engine, undoCaps, never);
      assert.deepEqual(new Set(undo.refused.map(({ rule }) => rule)), new Set(['notTakenOut']));
      await engine.close();
    }));

  it('puts an entry back when the run is stopped before its content is sent', () =>
    withJournals(async (journals) => {
      const engine = await demoSite();
      const plan = await planned(engine, mismatchesOf(engine, 'onlyInPkgLib').slice(0, 1), {
        takeOutFirst: true,
      });
      const dp = dpOf(engine, plan.steps[0]?.dp ?? '');
      const before = listsOf(engine, dp);
      const { startRun } = await import('../../../extension/app/run/startRun.js');
      const { by, runSiteOf } = await import('../run/runs.js');
      const run = await startRun(runSiteOf(engine), journals, plan, plan.hash, by);
      let wasOut = false;
      run.onDidChange(() => {
        if (run.state.of('1').phase !== 'followed' || wasOut) return;
        wasOut = true;
        void run.stop();
      });
      assert.deepEqual(await run.work(), { kind: 'ended' });
      assert.ok(wasOut);
      assert.deepEqual(listsOf(engine, dp), before);
      assert.deepEqual(fates(run, 'redistribute'), ['skipped']);
      await engine.close();
    }));

  it('is a document that can be edited down, but not so that an entry goes and nothing is sent', async () => {
    const engine = await demoSite();
    const chosen = mismatchesOf(engine, 'onlyInWmi').slice(0, 2);
    const plan = await planned(engine, chosen, { takeOutFirst: true });
    const parsed = parsePlan(printPlan(plan));
    assert.equal(parsed.kind, 'plan');
    assert.deepEqual(parsed.plan.steps, plan.steps);
    const document = JSON.parse(printPlan(plan)) as {
      steps: { action: string; library?: { library: string } }[];
    };
    document.steps = document.steps.filter(({ action }) => action !== 'redistribute');
    const cut = parsePlan(JSON.stringify(document));
    assert.equal(cut.kind, 'plan');
    assert.match(planProblem(cut.plan, engine.info.siteCode) ?? '', /takes an entry out so that step 2/);
    const [first] = document.steps;
    assert.ok(first?.library);
    first.library.library = 'E:\\SCCMContentLib';
    assert.equal(parsePlan(JSON.stringify(document)).kind, 'refused');
    await engine.close();
  });
});

/** A site on which somebody does something between plan and run. */
describe('the repair of a DP that has changed since the plan', function () {
  this.timeout(120_000);

  const changed = (
    change: (engine: DemoEngine, packageId: string, dp: ReturnType<typeof dpOf>) => void,
    expected: RegExp,
  ): Promise<void> =>
    withJournals(async (journals) => {
      const engine = await demoSite();
      const plan = await planned(engine, mismatchesOf(engine, 'notTargeted').slice(0, 1));
      const [step] = plan.steps;
      assert.ok(step);
      const dp = dpOf(engine, step.dp);
      change(engine, step.packageId, dp);
      const before = listsOf(engine, dp);
      const run = await carriedOut(engine, journals, plan);
      assert.deepEqual(fates(run, 'quarantine'), ['skipped']);
      assert.match(causes(run, 'quarantine').join(), expected);
      assert.deepEqual(fates(run, 'checkLists'), ['skipped']);
      assert.deepEqual(listsOf(engine, dp), before);
      await engine.close();
    });

  it('leaves an .INI that was written again', () =>
    changed(({ libraries }, packageId, dp) => {
      const { disk } = libraries.of(dp);
      const file = `SCCMContentLib\\PkgLib\\${packageId}.INI`;
      disk.write(file, disk.read(file), Date.UTC(2026, 5, 1, 13));
    }, /no longer what it was/));

  it('leaves an instance that was written again', () =>
    changed(({ libraries }, packageId, dp) => {
      const { wmi } = libraries.of(dp);
      wmi.delete(packageId);
      wmi.create({ PackageID: packageId, PackageVersion: 77 });
    }, /no longer what it was/));
});
