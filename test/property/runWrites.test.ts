import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import type { RunAction, RunStep } from '../../extension/core/run/runPlan';
import type { AskedPair, AskedRequest } from '../../extension/protocol/askedRequest';
import type { Faults } from '../../extension/protocol/demoSite';
import { never, runs } from '../adapters/demoSites';
import { stepsOfAll } from '../support/runs/anyPlan';
import { begun, demoSite, planOf, withJournals } from '../unit/run/runs';

const minute = 60_000;

/** Content for the DP on the site server never comes: the property does not wait for it. */
const quick = {
  pollEvery: 10 * minute,
  patience: { effect: 10 * minute, arrival: 150 * minute, validation: 60 * minute },
};

/** Numbers choose among what the site has: in flight, empty, deleted, being removed, not targeted, gone. */
const anyStep = fc.record({
  action: fc.constantFrom<RunAction>(
    'redistribute',
    'redistribute',
    'distribute',
    'validate',
    'cancel',
    'remove',
  ),
  pair: fc.nat(),
  isTargeted: fc.integer({ min: 0, max: 4 }).map((number) => number > 0),
});

const anyPlan = fc.record({
  steps: fc.array(anyStep, { minLength: 1, maxLength: 8 }),
  /** What somebody else does between the plan and its run. */
  meanwhile: fc.array(
    fc.tuple(fc.constantFrom('redistribute' as const, 'remove' as const, 'update' as const), fc.nat()),
    {
      maxLength: 2,
    },
  ),
  minutes: fc.constantFrom(1, 5, 60),
  faults: fc.constantFrom<Faults>({}, {}, { failedCalls: 0.2 }, { lostAnswers: 0.3 }, { writesAllowed: 2 }),
});

type AnyPlan = typeof anyPlan extends fc.Arbitrary<infer T> ? T : never;

/** A step for a pair that the site does not target, or whose DP it does not have any more. */
const strayStep = ({ site }: DemoEngine, number: number): RunStep => {
  const { dps, packages } = site.model;
  const dp = dps[number % dps.length];
  const what = packages[Math.floor(number / dps.length) % packages.length];
  assert.ok(dp && what);
  return {
    ...{ id: '', action: 'distribute', sourceDp: '' },
    bytes: what.kilobytes === undefined ? undefined : what.kilobytes * 1024,
    ...{ packageId: what.packageId, packageName: what.name },
    ...{ dp: dp.key, dpName: dp.server, nalPath: dp.nalPath, siteCode: dp.siteCode },
    before: { state: undefined, sourceVersion: undefined, lastRefreshTime: undefined },
  };
};

const stepsFor = async (site: DemoEngine, { steps }: AnyPlan): Promise<readonly RunStep[]> => {
  // Rows that a DP reassignment left are among them: their DP is at another path now.
  const all = await stepsOfAll(site.database, 'redistribute');
  const odd = all.filter(
    ({ before, bytes, packageName }) => before.state !== 0 || !bytes || packageName === '',
  );
  return steps.map(({ action, pair, isTargeted }, index) => {
    const from = pair % 2 === 0 ? all : odd;
    const step = (isTargeted ? from[pair % from.length] : undefined) ?? strayStep(site, pair);
    return { ...step, id: String(index + 1), action };
  });
};

/** Somebody else is at work on what is planned. What cannot be done is not. */
const interfere = async (
  { cim, info }: DemoEngine,
  steps: readonly RunStep[],
  [what, at]: AnyPlan['meanwhile'][number],
): Promise<void> => {
  const step = steps[at % steps.length];
  assert.ok(step);
  const keys = { PackageID: step.packageId, ServerNALPath: step.nalPath, SiteCode: step.siteCode };
  const instance = { className: 'SMS_DistributionPoint', keys };
  const packagePath = { className: 'SMS_Package', keys: { PackageID: step.packageId } };
  const act = {
    redistribute: () => cim.put(info.provider, instance, { RefreshNow: true }, never),
    remove: () => cim.delete(info.provider, instance, never),
    update: () => cim.invokeOn(info.provider, packagePath, 'RefreshPkgSource', {}, never),
  }[what];
  await act().catch(() => undefined);
};

/** The action that a write is. */
const actionOf = ({ verb, method }: AskedRequest): RunAction => {
  if (verb === 'put') return 'redistribute';
  if (verb === 'delete') return 'remove';
  if (method === 'VerifyPackage') return 'validate';
  return method === 'CancelDistribution' ? 'cancel' : 'distribute';
};

const isInFlight = ({ state, hasOpenJob }: AskedPair): boolean =>
  hasOpenJob || [1, 2, 4, 5, 6, 7].includes(state ?? 0);

/** Why content must not be sent to a pair as it stands. */
const wrongToSend = (pair: AskedPair): string | undefined => {
  if (isInFlight(pair)) return 'in flight';
  if (!pair.packageExists || pair.actionInProgress !== 0) return 'deleted, or worked on';
  if (pair.isEmpty) return 'empty';
  return pair.target === 3 ? 'being removed' : undefined;
};

/** What is wrong with a write of a plan, by what the site knew at that moment. */
const wrongWith = (write: AskedRequest, steps: readonly RunStep[]): string | undefined => {
  const action = actionOf(write);
  const [pair, another] = write.pairs;
  if (write.hit !== 1) return `hit ${write.hit} instances`;
  if (pair === undefined || another !== undefined) return `is about ${write.pairs.length} pairs`;
  const planned = steps.filter(({ packageId, dp }) => packageId === pair.packageId && dp === pair.dp);
  const isProof = action === 'validate' && planned.length > 0;
  if (!isProof && !planned.some((step) => step.action === action)) return 'was not planned';
  if (action === 'redistribute' || action === 'distribute') return wrongToSend(pair);
  if (pair.target === 3) return 'being removed';
  return action !== 'cancel' && isInFlight(pair) ? 'in flight' : undefined;
};

const isWrite = ({ verb }: AskedRequest): boolean => verb !== 'get' && verb !== 'query';

const runAll = (plans: readonly AnyPlan[], seed: number): Promise<void> =>
  withJournals(async (journals) => {
    const site = await demoSite({}, seed);
    try {
      for (const plan of plans) {
        const steps = await stepsFor(site, plan);
        for (const one of plan.meanwhile) await interfere(site, steps, one);
        await site.advance(plan.minutes * minute);
        site.changeFaults(plan.faults);
        const before = site.requests.length;
        const run = await begun(site, journals, planOf(site, steps), quick);
        assert.equal((await run.work()).kind, 'ended');
        assert.equal(run.state.ended.length, steps.length);
        const writes = site.requests.slice(before).filter(isWrite);
        for (const write of writes) {
          const wrong = wrongWith(write, steps);
          assert.equal(
            wrong,
            undefined,
            `${wrong ?? ''}: ${JSON.stringify(write)} of ${JSON.stringify(steps)}`,
          );
        }
        site.changeFaults({});
        assertOnce(writes, steps);
      }
    } finally {
      await site.close();
    }
  });

/** No step is carried out twice. */
const assertOnce = (writes: readonly AskedRequest[], steps: readonly RunStep[]): void => {
  const count = new Map<string, number>();
  for (const write of writes) {
    const [pair] = write.pairs;
    if (pair === undefined || (write.answer !== 'done' && write.answer !== 'lost')) continue;
    const key = `${actionOf(write)} ${pair.packageId} ${pair.dp}`;
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  for (const [key, times] of count) {
    const [action] = key.split(' ');
    const allowed = steps.filter(
      (step) =>
        key.endsWith(` ${step.packageId} ${step.dp}`) && (step.action === action || action === 'validate'),
    ).length;
    assert.ok(times <= allowed, `${key}: ${times} times, planned ${allowed} times`);
  }
};

describe('writes of any plans', () => {
  it('hit one instance each, that is planned, and nothing in flight, empty, deleted or worked on', async function () {
    this.timeout(process.env['SOAK'] === undefined ? 60_000 : 3_600_000);
    const anyPlans = fc.array(anyPlan, { minLength: 20, maxLength: 20 });
    await fc.assert(fc.asyncProperty(anyPlans, fc.integer({ min: 1, max: 1000 }), runAll), {
      ...runs(2, 500),
      endOnFailure: true,
    });
  });
});
