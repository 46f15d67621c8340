import { analyseFiles } from '../adapters/files/analyseFiles';
import { nodeLogBytes } from '../adapters/files/nodeLogBytes';
import { AcknowledgementFile } from '../adapters/machine/acknowledgementFile';
import { writeAtomically } from '../adapters/machine/atomicFile';
import { choosePairs, type ReadFindings } from '../app/choosePairs';
import { findMissing } from '../app/findMissing';
import { givenContent } from '../app/giveContent';
import { markAcknowledged } from '../app/markAcknowledged';
import { planWrites } from '../app/planWrites';
import { refreshSite } from '../app/refreshSite';
import type { DistributionPoint } from '../core/content/distributionPoint';
import type { SiteInventory } from '../core/content/siteInventory';
import { findingFields } from '../core/filter/findingFields';
import { parseFilter } from '../core/filter/parse';
import { unprovedFilter } from '../core/filter/savedFilter';
import type { Finding } from '../core/reconcile/finding';
import { LogAnalysis } from '../core/logs/analyse/logAnalysis';
import { transferAnalyser } from '../core/logs/analyse/pkgXferMgr/transferAnalyser';
import { transferSpeeds } from '../core/redistribute/budget/transferLog';
import { printPlan } from '../core/redistribute/document/printPlan';
import type { Plan } from '../core/redistribute/plan';
import { planSummary } from '../core/redistribute/planSummary';
import { SiteIndex } from '../core/siteTree/siteIndex';
import { startFindingsInProcess } from '../workers/findings/startFindings';
import type { CommandLine } from './missing';
import { openSite } from './openSite';
import { UsageError } from './usage';
import type { GivenContent, PlanArguments } from './planArguments';

/** Older findings than this are no base for a plan; here they are always of now. */
const evidenceLimit = 60 * 60 * 1000;

/**
 * Makes a plan and writes its document. Nothing is written to the site.
 * @throws UsageError, FilterError, SelectionTooLarge, SiteConnectError, SiteReadError
 */
export const writePlan = async (
  wanted: PlanArguments,
  { write, say, environment, signal }: CommandLine,
): Promise<Plan> => {
  const where = wanted.where ?? unprovedFilter;
  // Told at once, not after the site was read.
  parseFilter(where, findingFields);
  const site = await openSite(wanted, environment, say, signal);
  const running = startFindingsInProcess();
  try {
    const { findings } = running;
    say(`Reading site ${site.info.siteCode} ...\n`);
    const inventory = await refreshSite(site, signal);
    if (wanted.acknowledgements !== undefined) {
      const file = new AcknowledgementFile(wanted.acknowledgements);
      const problems = await markAcknowledged(findings, file, site.clock.now(), signal);
      if (problems.length > 0) throw new Error(problems.join('\n'));
    }
    const { facts } = await findMissing(site, findings, inventory, signal);
    const read = { database: site.database, findings, facts };
    const pairs =
      wanted.give === undefined
        ? await choosePairs(read, wanted.action, where, signal)
        : await givenPairs(read, wanted.give, inventory, signal);
    const transfers = await speedsOf(wanted.transferLogs, signal);
    const planned = { connection: site, index: new SiteIndex(inventory), facts, transfers };
    const limits = { caps: wanted.caps, evidenceLimit };
    const plan = await planWrites(wanted.action, pairs, planned, limits, signal);
    const document = printPlan(plan);
    await (wanted.output === undefined
      ? write(document)
      : writeAtomically(wanted.output, (text) => text(document)));
    say(`${planSummary(plan).join('\n')}\n${approvalText(plan, wanted.output)}`);
    return plan;
  } finally {
    await running.dispose();
    await site.close();
  }
};

/** @throws UsageError when the site has no such DP, or two */
const givenPairs = (
  read: ReadFindings,
  { to, like }: GivenContent,
  { distributionPoints }: SiteInventory,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  const named = (name: string): DistributionPoint => {
    const [dp, another] = distributionPoints.filter(
      ({ serverName }) => serverName.toLowerCase() === name.toLowerCase(),
    );
    if (dp === undefined || another !== undefined)
      throw new UsageError(
        `${dp === undefined ? 'No distribution point' : 'More than one distribution point'} has the server name "${name}".`,
      );
    return dp;
  };
  return givenContent(read, named(to), named(like), signal);
};

const speedsOf = async (
  files: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const analysis = new LogAnalysis(nodeLogBytes(), [transferAnalyser]);
  const failed = (_file: string, error: unknown): never => {
    throw error;
  };
  await analyseFiles(files, analysis, { signal, failed });
  return transferSpeeds(analysis.results().flatMap(({ facts }) => facts.jobs));
};

const approvalText = ({ steps, hash }: Plan, output: string | undefined): string =>
  steps.length === 0
    ? ''
    : `Nothing was written to the site. Review it, then: configmgr-content apply --plan ${output ?? '<file>'} --approve ${hash}\n`;
