import type { JournalRead } from '../../core/run/foldJournal';
import { foldJournal } from '../../core/run/foldJournal';
import type { Runner } from '../../core/run/journalRecord';
import { planProblem } from '../../core/run/checkPlan';
import type { RunPlan } from '../../core/run/runPlan';
import { RunState } from '../../core/run/runState';
import type { Journals, OwnedJournal } from '../../ports/journal';
import { Run, type RunOptions } from './run';
import type { RunSite } from './runSite';

/** A plan is not run, and why. Nothing was written. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused';
}

/** A plan has one journal, wherever it is run: so it is carried out once. */
export const runIdOf = ({ siteCode, hash }: Pick<RunPlan, 'siteCode' | 'hash'>): string =>
  `${siteCode}-${hash}`.replaceAll(/[^\w.-]/g, '_');

/**
 * The run of a confirmed plan, with its journal on the disk; nothing is written to the site before `work`.
 * @param approved the hash that was confirmed
 * @throws RunRefused, JournalError
 */
export const startRun = async (
  site: RunSite,
  journals: Journals,
  plan: RunPlan,
  approved: string,
  by: Runner,
  options?: RunOptions,
): Promise<Run> => {
  if (approved !== plan.hash)
    throw new RunRefused('Another plan was confirmed than this one. Review it again.');
  const problem = planProblem(plan, site.siteCode);
  if (problem !== undefined) throw new RunRefused(problem);
  const id = runIdOf(plan);
  const at = site.clock.now();
  const journal = await journals.begin(id, { kind: 'run', at, by, siteName: site.siteName, plan });
  if (journal.kind === 'begun')
    throw new RunRefused('This plan was confirmed before. Look at its run, or make a new plan.');
  if (journal.kind === 'held') throw heldBy(journal.by);
  return new Run(site, journals, journal, new RunState(plan, by, site.siteName, at), options);
};

/**
 * A run that was left, to be gone on with. What was written without an answer is looked for at the site; nothing is
 * written a second time.
 * @throws RunRefused, JournalError
 */
export const resumeRun = async (
  site: RunSite,
  journals: Journals,
  id: string,
  by: Runner,
  options?: RunOptions,
): Promise<Run> => {
  const journal = await journals.take(id);
  if (journal.kind === 'held') throw heldBy(journal.by);
  try {
    const read = await readRun(journals, id);
    if (read.kind === 'unreadable') throw new RunRefused(read.problem);
    const { state } = read;
    if (state.plan.siteCode !== site.siteCode)
      throw new RunRefused(`This run is of site ${state.plan.siteCode}, not of ${site.siteCode}.`);
    return await takenOver(site, journals, journal, state, by, options);
  } catch (error) {
    await journal.release();
    throw error;
  }
};

const takenOver = async (
  site: RunSite,
  journals: Journals,
  journal: OwnedJournal,
  state: RunState,
  by: Runner,
  options: RunOptions | undefined,
): Promise<Run> => {
  const record = { kind: 'takenOver', at: site.clock.now(), by } as const;
  await journal.append(record, true);
  state.add(record);
  return new Run(site, journals, journal, state, options);
};

/** What a journal tells. @throws JournalError when it cannot be read */
export const readRun = async (journals: Journals, id: string): Promise<JournalRead> =>
  foldJournal(await journals.read(id));

const heldBy = (by: string): RunRefused =>
  new RunRefused(`This plan is being carried out by ${by}. It can be watched there.`);
