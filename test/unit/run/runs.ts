import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { JournalFolder } from '../../../extension/adapters/machine/journalFolder';
import { runOptions, type Run, type RunOptions } from '../../../extension/app/run/run';
import type { RunSite } from '../../../extension/app/run/runSite';
import { startRun } from '../../../extension/app/run/startRun';
import { dpKeyOfNalPath, parseNalPath } from '../../../extension/core/content/nalPath';
import type { Runner } from '../../../extension/core/run/journalRecord';
import type { RunAction, RunPlan, RunStep } from '../../../extension/core/run/runPlan';
import type { Faults } from '../../../extension/protocol/demoSite';

export const by: Runner = { user: 'CONTOSO\\admin', computer: 'PC1', program: 'commandLine' };

/** A demo site whose time goes on while a run waits for it, and not otherwise. */
export const demoSite = (faults: Faults = {}, seed = 1): Promise<DemoEngine> =>
  DemoEngine.open(demoSiteOptions({ base: Date.UTC(2026, 5, 1, 12), speed: 0, seed, faults }));

export const runSiteOf = (engine: DemoEngine): RunSite => ({
  siteCode: engine.info.siteCode,
  siteName: engine.info.siteName,
  provider: engine.info.provider,
  cim: engine.cim,
  database: engine.database,
  dps: engine.dps,
  computers: engine.computers,
  clock: { now: () => engine.clock.now(), sleep: (milliseconds) => engine.advance(milliseconds) },
});

/** Lends an empty folder of journals. */
export const withJournals = async <T>(task: (journals: JournalFolder) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'runs-'));
  try {
    return await task(new JournalFolder(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Every pair that could be redistributed, in the order of the site's rows: what can be sent, and nothing sends now. */
export const stepsOn = ({ site }: DemoEngine, action: RunAction): readonly RunStep[] => {
  const ordinary = new Set(
    site.model.dps.filter((dp) => !dp.isCloud && !dp.isSiteServer).map(({ nalPath }) => nalPath),
  );
  const sound = new Set(
    site.model.packages
      .filter(({ exists, kilobytes }) => exists && kilobytes !== 0)
      .map((one) => one.packageId),
  );
  const rows = site.database.all(
    `SELECT t.PackageID, t.ServerNALPath, t.SiteCode, t.ResourceType, s.State
     FROM v_DistributionPoint t
     JOIN v_PackageStatusDistPointsSumm s ON s.PackageID = t.PackageID AND s.ServerNALPath = t.ServerNALPath
     JOIN v_SmsPackage p ON p.PkgID = t.PackageID
     WHERE t.Status <> 3 AND s.State IN (0, 3) AND p.Action = 0 AND p.StorePkgFlag <> 1 AND p.PackageType <> 4
       AND NOT EXISTS (SELECT 1 FROM vSMS_DistributionJob j
         WHERE j.PkgID = t.PackageID AND j.NALPath = t.ServerNALPath AND j.State NOT IN (5, 6, 7))
     ORDER BY t.PackageID, t.ServerNALPath`,
  );
  return rows.flatMap((row, index): readonly RunStep[] => {
    const [packageId, nalPath] = [String(row['PackageID']), String(row['ServerNALPath'])];
    const dp = dpKeyOfNalPath(nalPath, String(row['ResourceType']));
    if (dp === undefined || !ordinary.has(nalPath) || !sound.has(packageId)) return [];
    return [
      {
        id: String(index + 1),
        action,
        packageId,
        packageName: packageId,
        dp,
        dpName: parseNalPath(nalPath)?.server ?? '',
        nalPath,
        siteCode: String(row['SiteCode']),
        bytes: 1,
        sourceDp: '',
        before: { state: Number(row['State']), sourceVersion: undefined, lastRefreshTime: undefined },
      },
    ];
  });
};

let plans = 0;

export const planOf = (engine: DemoEngine, steps: readonly RunStep[]): RunPlan => ({
  hash: `plan${(plans += 1)}`,
  siteCode: engine.info.siteCode,
  steps,
  caps: { steps: 5000, distributionPoints: 500, bytes: 2 ** 40 },
});

export const begun = (
  engine: DemoEngine,
  journals: JournalFolder,
  plan: RunPlan,
  options: Partial<RunOptions> = {},
): Promise<Run> => startRun(runSiteOf(engine), journals, plan, plan.hash, by, { ...runOptions, ...options });

/** Fates by kind, in the order of the steps. */
export const fatesOf = ({ state }: Pick<Run, 'state'>): readonly string[] =>
  state.plan.steps.map(({ id }) => {
    const step = state.of(id);
    return step.phase === 'ended' ? step.fate.kind : step.phase;
  });
