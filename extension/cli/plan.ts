import { AcknowledgementFile } from '../adapters/machine/acknowledgementFile';
import { writeAtomically } from '../adapters/machine/atomicFile';
import { choosePairs } from '../app/choosePairs';
import { findMissing } from '../app/findMissing';
import { markAcknowledged } from '../app/markAcknowledged';
import { planWrites } from '../app/planWrites';
import { refreshSite } from '../app/refreshSite';
import { findingFields } from '../core/filter/findingFields';
import { parseFilter } from '../core/filter/parse';
import { unprovedFilter } from '../core/filter/savedFilter';
import { printPlan } from '../core/redistribute/document/printPlan';
import type { Plan } from '../core/redistribute/plan';
import { planSummary } from '../core/redistribute/planSummary';
import { SiteIndex } from '../core/siteTree/siteIndex';
import { startFindingsInProcess } from '../workers/findings/startFindings';
import type { CommandLine } from './missing';
import { openSite } from './openSite';
import type { PlanArguments } from './planArguments';

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
    const pairs = await choosePairs(read, wanted.action, where, signal);
    const planned = { connection: site, index: new SiteIndex(inventory), facts };
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

const approvalText = ({ steps, hash }: Plan, output: string | undefined): string =>
  steps.length === 0
    ? ''
    : `Nothing was written to the site. Review it, then: configmgr-content apply --plan ${output ?? '<file>'} --approve ${hash}\n`;
