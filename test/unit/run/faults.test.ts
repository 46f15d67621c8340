import assert from 'node:assert/strict';
import { countFates } from '../../../extension/core/run/fate';
import type { RunAction, RunStep } from '../../../extension/core/run/runPlan';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import type { Run, RunOptions } from '../../../extension/app/run/run';
import { startRun, RunRefused } from '../../../extension/app/run/startRun';
import type { Faults } from '../../../extension/protocol/demoSite';
import { begun, by, demoSite, fatesOf, planOf, runSiteOf, stepsOn, withJournals } from './runs';

interface Ended {
  readonly engine: DemoEngine;
  readonly run: Run;
}

/** Carries out a plan at a site that misbehaves. */
const ran = async (
  faults: Faults | ((steps: readonly RunStep[]) => Faults),
  steps: (engine: DemoEngine) => readonly RunStep[],
  options: Partial<RunOptions> = {},
  during: (ended: Ended) => void = () => undefined,
): Promise<Ended> =>
  withJournals(async (journals) => {
    const engine = await demoSite();
    const chosen = steps(engine);
    engine.changeFaults(typeof faults === 'function' ? faults(chosen) : faults);
    const run = await begun(engine, journals, planOf(engine, chosen), options);
    during({ engine, run });
    assert.deepEqual(await run.work(), { kind: 'ended' });
    await engine.close();
    // Whatever went wrong: every step has its fate, and nothing was asked for twice.
    assert.equal(run.state.ended.length, chosen.length);
    assert.deepEqual(run.state.problems, []);
    for (const count of timesWritten(engine).values()) assert.equal(count, 1);
    return { engine, run };
  });

const timesWritten = ({ requests }: DemoEngine): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { verb, method, keys, given, answer } of requests) {
    if (verb === 'get' || (answer !== 'done' && answer !== 'lost')) continue;
    const asked = JSON.stringify([verb, method, keys, given]);
    counts.set(asked, (counts.get(asked) ?? 0) + 1);
  }
  return counts;
};

const some =
  (action: RunAction, count: number) =>
  (engine: DemoEngine): readonly RunStep[] =>
    stepsOn(engine, action).slice(0, count);

const causeOf = ({ run }: Ended, kind: string): string =>
  run.state.ended.find(({ fate }) => fate.kind === kind)?.fate.cause ?? '';

const counts = ({ run }: Ended): Readonly<Record<string, number>> =>
  countFates(run.state.ended.map(({ fate }) => fate));

describe('a run', function () {
  this.timeout(60_000);

  it('redistributes, waits for the content, has it validated, and calls it repaired then', async () => {
    const ended = await ran({}, some('redistribute', 6));
    assert.deepEqual(new Set(fatesOf(ended.run)), new Set(['repaired']));
    assert.match(causeOf(ended, 'repaired'), /2384/);
    const asked = ended.engine.requests
      .filter(({ verb }) => verb !== 'get')
      .map(({ verb, method }) => method || verb);
    assert.deepEqual(new Set(asked), new Set(['put', 'VerifyPackage']));
  });

  it('ends although the provider fails three calls in ten', async () => {
    const ended = await ran({ failedCalls: 0.3 }, some('redistribute', 20));
    const { repaired = 0, failed = 0, unsure = 0 } = counts(ended);
    assert.ok(repaired > 0 && failed > 0, JSON.stringify(counts(ended)));
    assert.equal(unsure, 0, 'who says that it failed, and did nothing, has failed');
  });

  it('finds the effect of a write whose answer was lost, and does not write again', async () => {
    const ended = await ran({ lostAnswers: 1 }, some('redistribute', 6));
    assert.deepEqual(new Set(fatesOf(ended.run)), new Set(['repaired']));
  });

  it('ends at once when it loses its rights half-way, and follows what it had begun', async () => {
    const ended = await ran({ writesAllowed: 5 }, some('redistribute', 20), { writesAtOnce: 1 });
    const { failed = 0, skipped = 0 } = counts(ended);
    assert.equal(failed, 1);
    assert.ok(skipped >= 10, JSON.stringify(counts(ended)));
    assert.match(causeOf(ended, 'skipped'), /Access is denied/);
  });

  it('writes no more often to a DP that is down than its breaker allows', async () => {
    const ended = await ran(
      ([first]) => ({ downDps: [first?.dpName ?? ''], downAfterWrites: 2 }),
      (engine) => {
        const all = stepsOn(engine, 'redistribute');
        const dp = all[0]?.dp;
        return [
          ...all.filter((step) => step.dp === dp).slice(0, 12),
          ...all.filter((step) => step.dp !== dp).slice(0, 6),
        ];
      },
    );
    const dp = ended.run.state.plan.steps[0]?.dp;
    const there = ended.run.state.ended.filter(({ step }) => step.dp === dp);
    const bad = there.filter(({ fate }) => fate.kind === 'failed' || fate.kind === 'notProved');
    assert.ok(bad.length <= 3, JSON.stringify(there.map(({ fate }) => fate)));
    assert.ok(there.some(({ fate }) => fate.kind === 'skipped' && fate.cause.includes('in a row')));
    for (const { step, fate } of ended.run.state.ended)
      if (step.dp !== dp) assert.notEqual(fate.kind, 'skipped');
  });

  it('does not wait for ever for a DP that goes silent, nor for a validation that never answers', async () => {
    const ended = await ran(
      ([first, second]) => ({ stallingDps: [first?.dpName ?? ''], muteDps: [second?.dpName ?? ''] }),
      some('redistribute', 2),
      { pollEvery: 20 * 60_000 },
    );
    assert.deepEqual(fatesOf(ended.run), ['notProved', 'notProved']);
    assert.deepEqual(
      ended.run.state.ended.map(({ fate }) => /did not arrive|no result/.test(fate.cause)),
      [true, true],
    );
  });

  it('writes nothing where the state has changed since the plan, or is not what it takes', async () => {
    const ended = await ran({}, (engine) => {
      const [a, b, c, d, e] = stepsOn(engine, 'redistribute');
      assert.ok(a && b && c && d && e);
      return [
        { ...a, before: { ...a.before, state: 99 } },
        { ...b, before: { ...b.before, sourceVersion: 999 } },
        { ...c, siteCode: 'XXX' },
        { ...d, before: { ...d.before, lastRefreshTime: 0 } },
        { ...e, action: 'distribute' },
      ];
    });
    assert.deepEqual(fatesOf(ended.run), Array(5).fill('skipped'));
    assert.deepEqual(timesWritten(ended.engine), new Map());
    assert.match(causeOf(ended, 'skipped'), /changed since the plan/);
  });

  it('pauses: begins nothing, and goes on when it is told to', async () => {
    let atPause = -1;
    const ended = await ran({}, some('redistribute', 12), { writesAtOnce: 1 }, ({ engine, run }) => {
      const unregister = run.onDidChange(() => {
        if (engine.requests.filter(({ verb }) => verb === 'put').length < 3) return;
        unregister();
        void run.pause().then(() => {
          setTimeout(() => {
            atPause = engine.requests.filter(({ verb }) => verb === 'put').length;
            void run.resume();
          }, 300);
        });
      });
    });
    assert.ok(atPause >= 3 && atPause <= 4, `${atPause} writes`);
    assert.deepEqual(new Set(fatesOf(ended.run)), new Set(['repaired']));
  });

  it('cancels what is under way, and what has not begun', async () => {
    const ended = await ran({}, some('redistribute', 12), { writesAtOnce: 2 }, ({ run }) => {
      const unregister = run.onDidChange(() => {
        if (run.state.plan.steps.filter(({ id }) => run.state.of(id).phase === 'followed').length < 2) return;
        unregister();
        void run.cancel();
      });
    });
    const { notProved = 0, skipped = 0 } = counts(ended);
    assert.ok(notProved >= 2 && notProved + skipped === 12, JSON.stringify(counts(ended)));
    assert.match(causeOf(ended, 'notProved'), /Cancelled by this run/);
  });

  it('validates, cancels, removes, and updates content', async () => {
    const validated = await ran({}, some('validate', 3));
    assert.deepEqual(fatesOf(validated.run), ['repaired', 'repaired', 'repaired']);
    const removed = await ran({}, some('remove', 2));
    assert.deepEqual(fatesOf(removed.run), ['accepted', 'accepted']);
    const updated = await ran({}, (engine) =>
      some(
        'updateContent',
        1,
      )(engine).map((step) => ({ ...step, dp: '', dpName: '', nalPath: '', siteCode: '' })),
    );
    assert.deepEqual(fatesOf(updated.run), ['accepted']);
    assert.match(causeOf(updated, 'accepted'), /version/);
  });

  it('of a plan that is not the confirmed one, of another site or over its caps, does not begin', () =>
    withJournals(async (journals) => {
      const engine = await demoSite();
      const plan = planOf(engine, stepsOn(engine, 'redistribute').slice(0, 2));
      const [step] = plan.steps;
      assert.ok(step);
      for (const [other, approved] of [
        [plan, 'another'],
        [{ ...plan, siteCode: 'XXX' }, plan.hash],
        [{ ...plan, caps: { ...plan.caps, steps: 1 } }, plan.hash],
        [{ ...plan, caps: { ...plan.caps, bytes: 1 } }, plan.hash],
        [{ ...plan, steps: [step, step] }, plan.hash],
        [{ ...plan, steps: [{ ...step, dp: 'other|windows nt server' as typeof step.dp }] }, plan.hash],
      ] as const)
        await assert.rejects(startRun(runSiteOf(engine), journals, other, approved, by), RunRefused);
      assert.deepEqual(await journals.list(), []);
      await engine.close();
    }));
});
