import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import type { Disagreement } from '../../../extension/adapters/demo/site/disagreements';
import { findMissing } from '../../../extension/app/findMissing';
import {
  planLibraryRepair,
  type RepairChoice,
} from '../../../extension/app/library/repair/planLibraryRepair';
import { refreshSite } from '../../../extension/app/refreshSite';
import type { Run, RunOptions } from '../../../extension/app/run/run';
import { runOptions } from '../../../extension/app/run/run';
import type { RunSite } from '../../../extension/app/run/runSite';
import { startRun } from '../../../extension/app/run/startRun';
import type { Mismatch } from '../../../extension/core/library/mismatch';
import { defaultCaps } from '../../../extension/core/redistribute/caps';
import type { Plan } from '../../../extension/core/redistribute/plan';
import { SiteIndex } from '../../../extension/core/siteTree/siteIndex';
import type { Journals } from '../../../extension/ports/journal';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import { by, runSiteOf } from '../run/runs';

export const never = new AbortController().signal;

const caps = { ...defaultCaps, bytes: 2 ** 50 };

/** A mismatch of the demo site, as two looks would find it. */
export const mismatchOf = (
  { site }: DemoEngine,
  dp: DemoDp,
  packageId: string,
  how: Disagreement,
  parts: Partial<Mismatch> = {},
): Mismatch => ({
  dp: dp.key,
  dpName: dp.server,
  packageId,
  packageName: site.model.packages.find((one) => one.packageId === packageId)?.name ?? '',
  kind: how,
  targeted: how !== 'notTargeted',
  lists: {
    site: how === 'notTargeted' ? 'absent' : 'present',
    wmi: how === 'onlyInPkgLib' ? 'absent' : 'present',
    pkgLib: how === 'onlyInWmi' ? 'absent' : 'present',
  },
  findings: [],
  seenTwice: true,
  ...parts,
});

/** All that the lists of the ordinary DPs disagree about. */
export const mismatchesOf = (engine: DemoEngine, ...hows: readonly Disagreement[]): readonly Mismatch[] =>
  engine.site.model.dps
    .filter(({ isCloud, isSiteServer }) => !isCloud && !isSiteServer)
    .flatMap((dp) =>
      Array.from(engine.site.disagreements.of(dp.key), ([packageId, how]) =>
        hows.length === 0 || hows.includes(how) ? [mismatchOf(engine, dp, packageId, how)] : [],
      ).flat(),
    );

export const dpOf = ({ site }: DemoEngine, key: string): DemoDp =>
  site.model.dps.find((dp) => dp.key === key) ?? assert.fail(key);

/** Both lists of a DP, to the byte, and when their files were written. */
export const listsOf = ({ libraries }: DemoEngine, dp: DemoDp): unknown => {
  const { wmi, disk } = libraries.of(dp);
  const folder = 'SCCMContentLib\\PkgLib';
  return {
    wmi: wmi
      .all()
      .map((one) => JSON.stringify(one))
      .sort(),
    pkgLib: disk
      .list(folder)
      .map(({ name, kind, modified }) => [
        name,
        kind,
        modified,
        kind === 'file' ? Buffer.from(disk.read(`${folder}\\${name}`)).toString('hex') : '',
      ])
      .sort(),
  };
};

/** The plan that an admin would be shown for these. */
export const planned = async (
  engine: DemoEngine,
  chosen: readonly Mismatch[],
  choice: RepairChoice = { takeOutFirst: false },
): Promise<Plan> => {
  const running = startFindingsInProcess();
  try {
    const { findings } = running;
    const inventory = await refreshSite(engine, never);
    const { facts } = await findMissing(engine, findings, inventory, never);
    const site = { connection: engine, index: new SiteIndex(inventory), facts, findings };
    return await planLibraryRepair(chosen, choice, site, { caps, evidenceLimit: 3_600_000 }, never);
  } finally {
    await running.dispose();
  }
};

/** Carries a plan out to its end. */
export const carriedOut = async (
  engine: DemoEngine,
  journals: Journals,
  plan: Plan,
  site: RunSite = runSiteOf(engine),
  options: Partial<RunOptions> = {},
): Promise<Run> => {
  const run = await startRun(site, journals, plan, plan.hash, by, { ...runOptions, ...options });
  assert.deepEqual(await run.work(), { kind: 'ended' });
  assert.deepEqual(run.state.problems, []);
  return run;
};

/** Fates by the action of their steps. */
export const fates = ({ state }: Pick<Run, 'state'>, action: string): readonly string[] =>
  state.ended.filter(({ step }) => step.action === action).map(({ fate }) => fate.kind);

export const causes = ({ state }: Pick<Run, 'state'>, action: string): readonly string[] =>
  state.ended.filter(({ step }) => step.action === action).map(({ fate }) => fate.cause);

export const undoCaps = caps;
