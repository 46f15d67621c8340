import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { runOptions, type RunOptions } from '../../../extension/app/run/run';
import { listRuns } from '../../../extension/app/run/listRuns';
import { resumeRun, startRun } from '../../../extension/app/run/startRun';
import type { RunPlan } from '../../../extension/core/run/runPlan';
import type { RunState } from '../../../extension/core/run/runState';
import type { Journals } from '../../../extension/ports/journal';
import { Crash, journalsOf, Program, siteOf, type Call, type Doom, type Moment } from './breakable';
import { by, demoSite, fatesOf, planOf, runSiteOf, stepsOn, withJournals } from './runs';

/** The calls of a write and of its validation: a crash at any of them may leave it open whether it was done. */
const chains = [
  ['append intent', 'put', 'append answer'],
  ['append verifying', 'VerifyPackage', 'append verifyAnswer'],
] as const;

/**
 * Crashes at each call of a port once, before it is done or after. Of the calls of one write it takes one: a step
 * that is unsure comes no further. Which one differs from step to step, so that all are met.
 */
const everywhere = (plan: RunPlan): { readonly doom: Doom; readonly crashes: ReadonlySet<string> } => {
  const crashes = new Set<string>();
  const indexes = new Map(
    plan.steps.map(({ packageId, nalPath }, index) => [`${packageId} ${nalPath}`, index]),
  );
  const steps = new Map(plan.steps.map(({ id }, index) => [id, index]));
  let parity = 0;
  const moments = new Map<string, Moment>();
  const chosen = ({ name, step, pair }: Call): Moment | undefined => {
    const index = step === undefined ? indexes.get(pair ?? '') : steps.get(step);
    for (const [which, chain] of chains.entries()) {
      const at = chain.findIndex((one) => one === name);
      if (at === -1 || index === undefined) continue;
      const point = (index * (which === 0 ? 1 : 5) + Math.floor(index / 6)) % 6;
      return point >> 1 === at ? (point % 2 === 0 ? 'before' : 'after') : undefined;
    }
    return (parity = 1 - parity) === 0 ? 'before' : 'after';
  };
  return {
    crashes,
    doom: (call, moment) => {
      const key = [call.name, call.step, call.pair].join();
      if (crashes.has(key)) return false;
      const when = moments.get(key) ?? chosen(call);
      if (when === undefined) return false;
      moments.set(key, when);
      if (when === moment) crashes.add(key);
      return when === moment;
    },
  };
};

/** Crashes are no failures of DPs. */
const options: RunOptions = { ...runOptions, breaker: { perDp: 1_000, total: 1_000 } };

/** Starts the plan, and goes on with it in a new program each time that one dies, until it has ended. */
const survived = async (
  engine: DemoEngine,
  journals: Journals,
  plan: RunPlan,
  doom: Doom,
): Promise<RunState> => {
  for (;;) {
    const [run] = await listRuns(journals);
    if (run?.kind === 'run' && run.state.phase === 'ended') return run.state;
    const program = new Program(doom);
    const [site, lent] = [siteOf(runSiteOf(engine), program), journalsOf(journals, program)];
    try {
      const begun =
        run === undefined
          ? await startRun(site, lent, plan, plan.hash, by, options)
          : await resumeRun(site, lent, run.id, by, options);
      await begun.work();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    } finally {
      await program.bury();
    }
  }
};

/** How often a write of the pair reached the site. */
const writesOf = ({ requests }: DemoEngine, verb: 'put' | 'VerifyPackage'): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { verb: asked, method, keys, given, answer } of requests) {
    if ((verb === 'put' ? asked : method) !== verb || answer !== 'done') continue;
    const pair = [keys.PackageID ?? given.PackageId, keys.ServerNALPath ?? given.NALPath].join();
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

const steps = process.env.SOAK === undefined ? 16 : 200;

describe('a run that dies at every call it makes', function () {
  this.timeout(process.env.SOAK === undefined ? 60_000 : 1_800_000);

  it('loses no step, does none twice, and leaves a journal that tells it', () =>
    withJournals(async (journals) => {
      const engine = await demoSite();
      const plan = planOf(engine, stepsOn(engine, 'redistribute').slice(0, steps));
      const { doom, crashes } = everywhere(plan);
      const state = await survived(engine, journals, plan, doom);
      const [puts, checks] = [writesOf(engine, 'put'), writesOf(engine, 'VerifyPackage')];
      for (const [index, fate] of fatesOf({ state }).entries()) {
        const { packageId, nalPath } = plan.steps[index] ?? assert.fail();
        const pair = [packageId, nalPath].join();
        // Who cannot know whether it was written says so, and does not write.
        assert.equal(puts.get(pair) ?? 0, fate === 'unsure' ? 0 : 1, `${pair} ${fate}`);
        assert.ok((checks.get(pair) ?? 0) <= 1, pair);
        assert.ok(['repaired', 'unsure', 'notProved', 'failed'].includes(fate), fate);
      }
      for (const fate of ['repaired', 'unsure', 'notProved'])
        assert.ok(fatesOf({ state }).includes(fate), fate);
      assert.ok(crashes.size > 4 * plan.steps.length, `${crashes.size} crashes`);
      assert.equal(
        puts.size + fatesOf({ state }).filter((fate) => fate === 'unsure').length,
        plan.steps.length,
      );
      assert.deepEqual(state.ended.map(({ step }) => step.id).sort(), plan.steps.map(({ id }) => id).sort());
      await engine.close();
    }));
});
