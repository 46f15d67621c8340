import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { planUndo } from '../../../extension/app/library/repair/planUndo';
import { listRuns } from '../../../extension/app/run/listRuns';
import { runOptions } from '../../../extension/app/run/run';
import { readRun, resumeRun, startRun } from '../../../extension/app/run/startRun';
import { planOf } from '../../../extension/core/redistribute/makePlan';
import type { Plan } from '../../../extension/core/redistribute/plan';
import type { RunState } from '../../../extension/core/run/runState';
import type { Journals } from '../../../extension/ports/journal';
import { Crash, journalsOf, Program, siteOf, type Doom } from '../run/breakable';
import { by, demoSite, runSiteOf, withJournals } from '../run/runs';
import { dpOf, listsOf, mismatchesOf, never, planned, undoCaps } from './repairs';

/** Dies at the call of this number, before it is done or after; without a number it only counts. */
const dyingAt = (number: number | undefined, moment: 'before' | 'after') => {
  let calls = 0;
  const names = new Set<string>();
  const doom: Doom = (call, when) => {
    if (when !== moment) return false;
    calls += 1;
    if (calls === number) names.add(`${when} ${call.name}`);
    return calls === number;
  };
  return { doom, names, calls: () => calls };
};

/** Carries a plan out in programs of which the first dies. */
const survived = async (engine: DemoEngine, journals: Journals, plan: Plan, doom: Doom): Promise<string> => {
  for (let programs = 1; ; programs++) {
    assert.ok(programs < 10, 'it never ends');
    const found = (await listRuns(journals)).find(({ id }) => id.endsWith(plan.hash));
    if (found?.kind === 'run' && found.state.phase === 'ended') return found.id;
    const program = new Program(doom);
    const [site, lent] = [siteOf(runSiteOf(engine), program), journalsOf(journals, program)];
    try {
      const run =
        found === undefined
          ? await startRun(site, lent, plan, plan.hash, by, runOptions)
          : await resumeRun(site, lent, found.id, by, runOptions);
      await run.work();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    } finally {
      await program.bury();
    }
  }
};

const stateOf = async (journals: Journals, id: string): Promise<RunState> => {
  const read = await readRun(journals, id);
  assert.ok(read.kind === 'run');
  return read.state;
};

/** The plan again, as another one: of its own hash. */
let made = 0;
const anew = (plan: Plan): Plan =>
  planOf(plan.purpose, plan.steps, [], { ...plan, now: plan.madeAt + (made += 1) });

describe('a repair of a library that dies at a call it makes', function () {
  this.timeout(120_000);

  it('is finished from its journal, and so is its undo: nothing is lost, nothing is half-done', async () => {
    const engine = await demoSite();
    const [chosen] = mismatchesOf(engine, 'notTargeted');
    assert.ok(chosen);
    const whole = await planned(engine, [chosen]);
    // What smsdpmon says afterwards is another test's.
    const plan: Plan = { ...whole, steps: whole.steps.filter(({ action }) => action === 'quarantine') };
    const dp = dpOf(engine, chosen.dp);
    const before = listsOf(engine, dp);
    const met = new Set<string>();
    for (const moment of ['before', 'after'] as const)
      for (let number = 1; ; number++) {
        const isOver = await withJournals(async (journals) => {
          const out = dyingAt(number, moment);
          const run = await survived(engine, journals, anew(plan), out.doom);
          const state = await stateOf(journals, run);
          const { wmi } = engine.libraries.of(dp);
          assert.deepEqual(
            state.problems.filter((problem) => !problem.includes('torn')),
            [],
          );
          assert.equal(state.ended[0]?.fate.kind, 'accepted', `${moment} ${number}`);
          assert.equal(wmi.get(chosen.packageId), undefined);
          assert.ok(!engine.libraries.of(dp).listedInPkgLib().has(chosen.packageId));
          const undo = await planUndo(run, state, engine, undoCaps, never);
          assert.equal(undo.steps.length, 1, undo.refused.map(({ reason }) => reason).join());
          const back = dyingAt(number, moment);
          const undone = await stateOf(journals, await survived(engine, journals, undo, back.doom));
          assert.equal(undone.ended[0]?.fate.kind, 'accepted', `undo ${moment} ${number}`);
          assert.deepEqual(listsOf(engine, dp), before);
          for (const name of [...out.names, ...back.names]) met.add(name);
          return number > out.calls() && number > back.calls();
        });
        if (isOver) break;
      }
    for (const name of ['rename', 'writeText', 'makeFolder', 'wmi delete', 'wmi create', 'append intent'])
      for (const when of ['before', 'after']) assert.ok(met.has(`${when} ${name}`), `${when} ${name}`);
    await engine.close();
  });

  const deaths = [
    ['after', 'rename'],
    ['after', 'append effect'],
    ['before', 'put'],
    ['after', 'put'],
  ] as const;
  for (const [moment, name] of deaths)
    it(`leaves no content silently absent when it dies ${moment} ${name}`, () =>
      withJournals(async (journals) => {
        const engine = await demoSite();
        const [chosen] = mismatchesOf(engine, 'onlyInPkgLib');
        assert.ok(chosen);
        const plan = await planned(engine, [chosen], { takeOutFirst: true });
        const dp = dpOf(engine, chosen.dp);
        const before = listsOf(engine, dp);
        let isDead = false;
        const doom: Doom = (call, when) => {
          const isHere = !isDead && call.name === name && when === moment;
          isDead ||= isHere;
          return isHere;
        };
        const state = await stateOf(journals, await survived(engine, journals, plan, doom));
        assert.ok(isDead);
        if (state.wasTaken('2')) assert.ok(engine.libraries.of(dp).listedInWmi().has(chosen.packageId));
        else assert.deepEqual(listsOf(engine, dp), before);
        assert.equal(state.wasTaken('2'), !(name === 'put' && moment === 'before'));
        await engine.close();
      }));
});
