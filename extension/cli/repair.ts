import { writeAtomically } from '../adapters/machine/atomicFile';
import { findMissing } from '../app/findMissing';
import { defaultFindOptions, findMismatches, type FindProgress } from '../app/library/findMismatches';
import { planLibraryRepair } from '../app/library/repair/planLibraryRepair';
import { refreshSite } from '../app/refreshSite';
import type { DpKey } from '../core/content/nalPath';
import type { SiteInventory } from '../core/content/siteInventory';
import { defaultCaps } from '../core/redistribute/caps';
import { printPlan } from '../core/redistribute/document/printPlan';
import type { Plan } from '../core/redistribute/plan';
import { planSummary } from '../core/redistribute/planSummary';
import { SiteIndex } from '../core/siteTree/siteIndex';
import { startFindingsInProcess } from '../workers/findings/startFindings';
import type { CommandLine } from './missing';
import { openConnection } from './openConnection';
import type { RepairArguments } from './repairArguments';
import { UsageError } from './usage';

/** Older findings than this are no base for a plan: they are of before the two looks. */
const evidenceLimit = 24 * 60 * 60 * 1000;

/**
 * Looks twice at the lists of DPs, and writes the plan that makes them agree. Nothing is written to a DP or the site.
 * @throws UsageError, SiteConnectError, SiteReadError
 */
export const writeRepairPlan = async (
  { plan: file, dps, takeOutFirst, waitMinutes, ...wanted }: RepairArguments,
  { say, environment, signal }: CommandLine,
): Promise<Plan> => {
  const connection = await openConnection(wanted, undefined, environment, say, signal);
  const running = startFindingsInProcess();
  try {
    const { findings } = running;
    say(`Reading site ${connection.info.siteCode} ...\n`);
    const inventory = await refreshSite(connection, signal);
    const { facts } = await findMissing(connection, findings, inventory, signal);
    const options = { ...defaultFindOptions, waitMinutes };
    const listener = { found: () => undefined, progress: (told: FindProgress) => say(progressText(told)) };
    const chosen = chosenDps(inventory, dps);
    const reports = await findMismatches(connection, inventory, chosen, options, listener, signal);
    for (const { dpName, notRead } of reports)
      for (const cause of notRead) say(`${dpName}: not read. ${cause}\n`);
    const site = { connection, index: new SiteIndex(inventory), facts, findings };
    const limits = { caps: defaultCaps, evidenceLimit };
    const mismatches = reports.flatMap((report) => report.mismatches);
    const plan = await planLibraryRepair(mismatches, { takeOutFirst }, site, limits, signal);
    await writePlanFile(plan, file, say);
    return plan;
  } finally {
    await running.dispose();
    await connection.close();
  }
};

/** Writes a plan to be reviewed, and says how it is applied. */
export const writePlanFile = async (plan: Plan, file: string, say: CommandLine['say']): Promise<void> => {
  await writeAtomically(file, (text) => text(printPlan(plan)));
  say(`${planSummary(plan).join('\n')}\n`);
  if (plan.steps.length > 0)
    say(
      `Nothing was changed yet. Review it, then: configmgr-content apply --plan ${file} --approve ${plan.hash}\n`,
    );
};

/** @throws UsageError for a name that no DP has */
const chosenDps = ({ distributionPoints }: SiteInventory, names: readonly string[]): readonly DpKey[] => {
  if (names.length === 0) return distributionPoints.map(({ key }) => key);
  return names.map((name) => {
    const dp = distributionPoints.find(({ serverName }) => serverName.toLowerCase() === name.toLowerCase());
    if (dp === undefined) throw new UsageError(`No distribution point has the server name "${name}".`);
    return dp.key;
  });
};

const progressText = ({ phase, done, total }: FindProgress): string => {
  if (phase === 'waiting') return `Waiting before the second look at ${total} distribution points ...\n`;
  if (done > 0 && done < total) return '';
  const look = phase === 'first' ? 'First' : 'Second';
  return done === 0 ? `${look} look at ${total} distribution points ...\n` : `${look} look done.\n`;
};
