import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import { CimError } from '../../extension/ports/cim';
import { begun, demoSite, withJournals } from '../unit/run/runs';
import { eventsOf, idleDps, validationPlan } from '../unit/validate/validations';

const minute = 60_000;
const runs = process.env.SOAK === undefined ? 4 : 200;

const anyRace = fc.record({
  /** Of each run: which DPs it validates, how many at once, and how often it looks. */
  plans: fc.array(
    fc.record({
      dps: fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 2, maxLength: 6 }),
      dpsAtOnce: fc.integer({ min: 1, max: 6 }),
      spreadMinutes: fc.constantFrom(0, 0, 3),
      pollEvery: fc.constantFrom(minute, 5 * minute),
      delay: fc.nat({ max: 20 }),
    }),
    { minLength: 2, maxLength: 3 },
  ),
  /** What others start meanwhile: on which DP, after how many of our rounds. */
  others: fc.array(fc.record({ dp: fc.nat({ max: 8 }), after: fc.nat({ max: 30 }) }), { maxLength: 6 }),
  lostTask: fc.boolean(),
});

/** Starts of others, which nothing can prevent. */
const startedByOthers = async (
  site: DemoEngine,
  at: number,
  kept: { dp: string; time: number }[],
): Promise<void> => {
  const dp = idleDps(site)[at];
  if (dp === undefined) return;
  const target = { computer: dp.server, namespace: 'root\\cimv2' };
  const given = { CommandLine: `${dp.drive}:\\SMS_DP$\\sms\\bin\\smsdpmon.exe` };
  await site.cim.invoke(target, 'Win32_Process', 'Create', given, new AbortController().signal);
  kept.push({ dp: dp.server.toLowerCase(), time: site.clock.now() });
};

describe('a DP', () => {
  it('never has two validations at once, whoever begins them and in whatever order', function () {
    this.timeout(runs * 20_000);
    return fc.assert(
      fc.asyncProperty(anyRace, async ({ plans, others, lostTask }) => {
        const site = await demoSite();
        try {
          if (lostTask) loseAnswers(site);
          await withJournals(async (journals) => {
            const kept: { dp: string; time: number }[] = [];
            const dps = idleDps(site);
            const started = plans.map(async ({ dps: chosen, pollEvery, delay, ...pace }) => {
              for (let turn = 0; turn < delay; turn++) await Promise.resolve();
              const plan = validationPlan(
                site,
                chosen.flatMap((at) => dps[at] ?? []),
                pace,
              );
              const run = await begun(site, journals, plan, { pollEvery });
              let rounds = 0;
              run.onDidChange(() => {
                rounds += 1;
                for (const other of others)
                  if (other.after === rounds) void startedByOthers(site, other.dp, kept);
              });
              await run.work();
            });
            await Promise.all(started);
            assertNeverTwo(site, kept);
          });
        } finally {
          await site.close();
        }
      }),
      { numRuns: runs },
    );
  });
});

/** Every second start of a task is carried out, and then nothing is heard of it. */
const loseAnswers = (site: DemoEngine): void => {
  const { cim } = site;
  const invoke = cim.invoke.bind(cim);
  let count = 0;
  cim.invoke = async (target, className, method, given, signal) => {
    const answered = await invoke(target, className, method, given, signal);
    if (method === 'StartByPath' && (count += 1) % 2 === 0)
      throw new CimError('unreachable', `${target.computer} stopped answering.`);
    return answered;
  };
};

const assertNeverTwo = (site: DemoEngine, others: readonly { dp: string; time: number }[]): void => {
  const running = new Set<string>();
  for (const { dp, time, kind } of eventsOf(site)) {
    if (kind === 'end') running.delete(dp);
    else {
      const isOthers = others.some((one) => one.dp === dp && one.time === time);
      if (!isOthers) assert.ok(!running.has(dp), `${dp} was started twice`);
      running.add(dp);
    }
  }
};
