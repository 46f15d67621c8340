import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlanFacts } from '../../extension/app/readPlanFacts';
import { pairId } from '../../extension/core/reconcile/pairId';
import type { Verdict } from '../../extension/core/reconcile/verdict';
import { candidatesOf } from '../../extension/core/redistribute/candidate';
import { defaultCaps } from '../../extension/core/redistribute/caps';
import { makePlan, type PairPurpose, type PlanFrame } from '../../extension/core/redistribute/makePlan';
import type { PlanStep } from '../../extension/core/redistribute/plan';
import { planUpdate } from '../../extension/core/redistribute/planUpdate';
import { anyRelease, anySeed, never, runs } from '../adapters/demoSites';
import { withReadSite, type ReadSite } from '../unit/plans/plannedSite';

const purposes: readonly (PairPurpose | 'updateContent')[] = [
  'repair',
  'redistribute',
  'distribute',
  'validate',
  'cancel',
  'remove',
  'updateContent',
];

/** By the truth of the generator, not by what was read. */
const untouchable: ReadonlySet<Verdict> = new Set([
  'dpGone',
  'deleted',
  'noContent',
  'unread',
  'removing',
  'removeFailed',
  'siteProcessing',
  'inFlight',
  'stalled',
]);

const plansASite = 1_250;

/** Checks random plans of one site; what they would write is held against the site's truth and rows. */
const checkPlans = async (site: ReadSite, sample: fc.Parameters<unknown>): Promise<void> => {
  const { engine, findings, index } = site;
  const { model, truth, database } = engine.site;
  const { inventory } = index;
  const facts = await readPlanFacts(engine, findings, inventory, site.facts.cycles, never);
  const paths = new Map(model.dps.map(({ key, nalPath }) => [key, nalPath]));
  const targets = new Set(
    database
      .all('SELECT PackageID, ServerNALPath, SiteCode FROM v_DistributionPoint WHERE Status <> 3')
      .map((row) => `${String(row['PackageID'])}|${String(row['ServerNALPath'])}|${String(row['SiteCode'])}`),
  );
  const frame: PlanFrame = {
    siteCode: inventory.siteCode,
    caps: defaultCaps,
    now: engine.clock.now(),
    readAt: site.facts.readAt,
    evidenceLimit: Infinity,
    findingsNotRead: site.facts.notRead,
    notRead: facts.notRead,
    validating: new Set(),
    notes: [],
    lines: [],
    neededBy: () => '',
  };
  const checkStep = (step: PlanStep): void => {
    const where = `${step.action} ${step.packageId} on ${step.dpName}`;
    assert.ok(step.dp !== '');
    assert.equal(step.nalPath, paths.get(step.dp), where);
    const verdict = truth.pairs.get(pairId(step.packageId, step.dp))?.verdict;
    assert.ok(verdict !== undefined, `${where} is not expected`);
    const runs = verdict === 'inFlight' || verdict === 'stalled';
    if (step.action === 'cancel') assert.ok(runs, `${where}: ${verdict}`);
    else assert.ok(!untouchable.has(verdict), `${where}: ${verdict}`);
    const isTargeted = targets.has(`${step.packageId}|${step.nalPath}|${step.siteCode}`);
    assert.equal(isTargeted, step.action !== 'distribute', where);
  };
  const checkUpdate = ({ packageId }: PlanStep): void => {
    for (const { dp, verdict } of findings.filter((finding) => finding.packageId === packageId))
      assert.ok(
        !['inFlight', 'stalled', 'deleted', 'noContent', 'siteProcessing', 'removing'].includes(verdict),
        `${packageId} on ${dp}: ${verdict}`,
      );
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...purposes),
      fc.array(fc.nat({ max: findings.length - 1 }), { minLength: 1, maxLength: 40 }),
      (purpose, picked) => {
        const chosen = picked.flatMap((at) => findings[at] ?? []);
        if (purpose === 'updateContent') {
          const packageIds = new Set(chosen.slice(0, 3).map(({ packageId }) => packageId));
          const all = findings.filter(({ packageId }) => packageIds.has(packageId));
          planUpdate(candidatesOf(all, inventory, facts), frame).steps.forEach(checkUpdate);
          return;
        }
        const candidates = candidatesOf(chosen, inventory, facts);
        const { steps, refused } = makePlan(purpose, candidates, frame);
        assert.equal(steps.length + refused.length, candidates.length);
        steps.forEach(checkStep);
      },
    ),
    sample,
  );
};

describe('plans', () => {
  it('never write what is on its way, empty, deleted, unread, or on a DP that is gone', async () => {
    const sites = fc.sample(fc.record({ seed: anySeed, release: anyRelease }), {
      numRuns: runs(8, 80).numRuns,
      seed: 20_261_122,
    });
    for (const { seed, release } of sites)
      await withReadSite({ seed, release }, (site) => checkPlans(site, { numRuns: plansASite, seed }));
  }).timeout(120_000);
});
