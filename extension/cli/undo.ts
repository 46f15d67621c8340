import { planUndo } from '../app/library/repair/planUndo';
import { readRun } from '../app/run/startRun';
import { defaultCaps } from '../core/redistribute/caps';
import type { Plan } from '../core/redistribute/plan';
import { journalPlace } from './journalPlace';
import type { CommandLine } from './missing';
import { openConnection } from './openConnection';
import { writePlanFile } from './repair';
import type { UndoArguments } from './repairArguments';
import { UsageError } from './usage';

/**
 * Writes the plan that puts back what a run took out of the lists of DPs. Nothing is written to a DP or the site.
 * @throws UsageError, JournalError, SiteConnectError, SiteReadError
 */
export const writeUndoPlan = async (
  { run, plan: file, journal, ...wanted }: UndoArguments,
  { say, environment, signal }: CommandLine,
): Promise<Plan> => {
  const read = await readRun(journalPlace(journal, environment), run);
  if (read.kind === 'unreadable') throw new UsageError(`Run ${run}: ${read.problem}`);
  const { state } = read;
  const connection = await openConnection(wanted, state.startedAt, environment, say, signal);
  try {
    const { siteCode } = connection.info;
    if (state.plan.siteCode !== siteCode)
      throw new UsageError(`Run ${run} is of site ${state.plan.siteCode}, and this is ${siteCode}.`);
    const plan = await planUndo(run, state, connection, defaultCaps, signal);
    await writePlanFile(plan, file, say);
    return plan;
  } finally {
    await connection.close();
  }
};
