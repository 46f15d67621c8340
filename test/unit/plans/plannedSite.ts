import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { findMissing } from '../../../extension/app/findMissing';
import { plainPairs } from '../../../extension/app/plainPairs';
import { planWrites, type PlanLimits, type PlannedSite } from '../../../extension/app/planWrites';
import { refreshSite } from '../../../extension/app/refreshSite';
import type { Finding } from '../../../extension/core/reconcile/finding';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { withSuspects } from '../../../extension/core/reconcile/suspectCycle';
import { defaultCaps } from '../../../extension/core/redistribute/caps';
import type { PairPurpose } from '../../../extension/core/redistribute/makePlan';
import type { Plan } from '../../../extension/core/redistribute/plan';
import { SiteIndex } from '../../../extension/core/siteTree/siteIndex';
import type { DemoSiteOptions } from '../../../extension/protocol/demoSite';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import { never, now } from '../../adapters/demoSites';

export const limits: PlanLimits = { caps: defaultCaps, evidenceLimit: 24 * 3_600_000 };

/** A demo site whose time stands still, with everything that a window knows of it. */
export interface ReadSite extends PlannedSite {
  readonly engine: DemoEngine;
  /** Every expected pair, those that were only counted too. */
  readonly findings: readonly Finding[];
  readonly plan: (
    purpose: PairPurpose | 'updateContent',
    fits: (finding: Finding) => boolean,
  ) => Promise<Plan>;
}

export const withReadSite = async <T>(
  options: Partial<Pick<DemoSiteOptions, 'size' | 'seed' | 'release'>>,
  use: (site: ReadSite) => Promise<T>,
): Promise<T> => {
  const engine = await DemoEngine.open(demoSiteOptions({ ...options, base: now, speed: 0 }));
  const running = startFindingsInProcess();
  try {
    const inventory = await refreshSite(engine, never);
    const { facts, summary } = await findMissing(engine, running.findings, inventory, never);
    const everything = { kind: 'view', filter: '', except: [] } as const;
    const graded = await running.findings.resolve(everything, never);
    const known = new Set(graded.map(({ packageId, dp }) => pairId(packageId, dp)));
    const plain: Finding[] = [];
    for await (const pairs of plainPairs(engine.database, facts, known, never))
      plain.push(...pairs.map(({ finding }) => finding));
    const findings = [...graded, ...withSuspects(plain, summary.suspectDps)];
    const site: PlannedSite = { connection: engine, index: new SiteIndex(inventory), facts };
    return await use({
      ...site,
      engine,
      findings,
      plan: (purpose, fits) => planWrites(purpose, findings.filter(fits), site, limits, never),
    });
  } finally {
    await running.dispose();
    await engine.close();
  }
};
