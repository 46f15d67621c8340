import assert from 'node:assert/strict';
import { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../extension/adapters/demo/demoSite';
import { readAll } from '../../extension/app/followSite';
import { planWrites } from '../../extension/app/planWrites';
import { refreshSite } from '../../extension/app/refreshSite';
import type { RunState } from '../../extension/core/run/runState';
import type { Finding } from '../../extension/core/reconcile/finding';
import { pairId, type PairId } from '../../extension/core/reconcile/pairId';
import { repairNeed } from '../../extension/core/reconcile/verdict';
import type { Plan, PlanStep } from '../../extension/core/redistribute/plan';
import { SiteIndex } from '../../extension/core/siteTree/siteIndex';
import type { Findings } from '../../extension/ports/findings';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { begun, withJournals } from '../unit/run/runs';
import { never, now } from './demoSites';

const minute = 60_000;

const limits = {
  caps: { steps: 5000, distributionPoints: 500, bytes: 2 ** 50 },
  evidenceLimit: 24 * 60 * minute,
};

/** What the page of missing content lists, and the plan that repairs as much of it as can be. */
const planned = async (
  site: DemoEngine,
  findings: Findings,
): Promise<{ readonly missing: readonly Finding[]; readonly plan: Plan }> => {
  const inventory = await refreshSite(site, never);
  const { facts } = await readAll(site, findings, inventory, never);
  const all = await findings.resolve({ kind: 'view', filter: '', except: [] }, never);
  const missing = all.filter(({ verdict }) => repairNeed(verdict) !== 'no');
  const index = new SiteIndex(inventory);
  return {
    missing,
    plan: await planWrites('repair', missing, { connection: site, index, facts }, limits, never),
  };
};

/** What a run could not repair, with its cause. */
const unrepaired = ({ ended }: RunState): ReadonlyMap<PairId, string> =>
  new Map(
    ended.flatMap(({ step, fate }): [PairId, string][] =>
      fate.kind === 'repaired' || step.dp === '' ? [] : [[pairId(step.packageId, step.dp), fate.cause]],
    ),
  );

/** Not planned and failed before. */
const isNew = ({ packageId, dp }: PlanStep, failed: ReadonlyMap<PairId, string>): boolean =>
  dp === '' || !failed.has(pairId(packageId, dp));

const runOf = (site: DemoEngine, plan: Plan): Promise<RunState> =>
  withJournals(async (journals) => {
    const run = await begun(site, journals, plan, { pollEvery: minute });
    assert.equal((await run.work()).kind, 'ended');
    return run.state;
  });

describe('repair of a whole site', () => {
  const sizes = process.env['SOAK'] === undefined ? (['small'] as const) : (['small', 'medium'] as const);
  for (const size of sizes)
    it(`leaves of the missing content of a ${size} site what the plan or the run gave a reason for`, async function () {
      this.timeout(240_000);
      const site = await DemoEngine.open(demoSiteOptions({ size, base: now, speed: 0 }));
      const running = startFindingsInProcess();
      try {
        const failed = new Map<PairId, string>();
        let [repaired, planCount] = [0, 0];
        let after = await planned(site, running.findings);
        // The first plan validates samples of suspect cycles; the next one goes by what they said.
        for (; after.plan.steps.some((step) => isNew(step, failed)) && planCount < 5; planCount++) {
          const state = await runOf(site, after.plan);
          const lost = unrepaired(state);
          for (const [pair, cause] of lost) failed.set(pair, cause);
          repaired += state.ended.filter(({ fate }) => fate.kind === 'repaired').length;
          after = await planned(site, running.findings);
        }
        const refused = new Set(after.plan.refused.map(({ packageId, dpName }) => `${packageId}@${dpName}`));
        assert.ok(after.plan.refused.every(({ rule }) => rule !== 'suspectCycle'));
        for (const { packageId, dp } of after.missing) {
          const { server = '' } = site.site.model.dps.find(({ key }) => key === dp) ?? {};
          const pair = pairId(packageId, dp);
          assert.ok(refused.has(`${packageId}@${server}`) || failed.has(pair), pair);
        }
        // What failed had a cause: a full disk, a DP that does not answer, one that waits to be prestaged.
        for (const pair of failed.keys()) {
          const [packageId = '', key] = pair.split('@');
          const dp = site.site.model.dps.find((one) => one.key === key);
          assert.ok(
            site.site.contents.of(pair).obstacle !== undefined || dp?.isPrestaged === true,
            packageId,
          );
        }
        assert.ok(repaired > 10, `${repaired} repaired`);
        assert.ok(planCount > 1 && planCount < 5, `${planCount} plans`);
      } finally {
        await running.dispose();
        await site.close();
      }
    });
});
