import { readFile } from 'node:fs/promises';
import { machineRunner } from '../adapters/machine/machineRunner';
import type { Run } from '../app/run/run';
import { readRun, resumeRun, runIdOf, startRun } from '../app/run/startRun';
import { countWords, fateWords } from '../core/run/fateWords';
import { isGood } from '../core/run/fate';
import { runData, runReport } from '../core/run/runReport';
import { parsePlan } from '../core/redistribute/document/parsePlan';
import type { Plan } from '../core/redistribute/plan';
import type { Journals } from '../ports/journal';
import type { RunSite } from '../app/run/runSite';
import { journalPlace } from './journalPlace';
import type { CommandLine } from './missing';
import { openWritableSite } from './openWritableSite';
import { jsonText, printable } from './printable';
import type { ApplyArguments } from './runArguments';
import { UsageError } from './usage';

/**
 * Carries out a plan that was approved, within its caps; one that was left half-way is gone on with.
 * @returns whether every step was proved or accepted
 * @throws UsageError, RunRefused, JournalError, SiteConnectError, SiteReadError
 */
export const applyPlan = async (
  wanted: ApplyArguments,
  { write, say, environment, signal }: CommandLine,
): Promise<boolean> => {
  const plan = await planOf(wanted.plan);
  // Told before anything is connected to.
  if (plan.hash !== wanted.approve)
    throw new UsageError(
      `${wanted.plan} is plan ${plan.hash}, and ${printable(wanted.approve)} was approved. Nothing was written.`,
    );
  const opened = await openWritableSite(wanted, plan, environment, say, signal);
  try {
    const journals = journalPlace(wanted.journal, environment);
    const run = await begun(opened.site, journals, plan, wanted.approve, environment, say);
    say(`Run ${run.id}: ${plan.steps.length} steps. Its journal is in ${journals.place}.\n`);
    const stopTelling = tellEnds(run, say);
    const leave = (): void => void run.leave('It was interrupted.');
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) leave();
    const end = await run.work();
    signal.removeEventListener('abort', leave);
    stopTelling();
    if (end.kind === 'left')
      throw new Error(
        `${end.cause} What is under way goes on at the site; the same command goes on with the run.`,
      );
    const { state } = run;
    await write(wanted.report === 'md' ? runReport(run.id, state) : jsonText(runData(run.id, state)));
    const fates = state.ended.map(({ fate }) => fate);
    say(`${countWords(fates)}.\n`);
    return fates.every(isGood);
  } finally {
    await opened.close();
  }
};

const begun = async (
  site: RunSite,
  journals: Journals,
  plan: Plan,
  approved: string,
  environment: CommandLine['environment'],
  say: CommandLine['say'],
): Promise<Run> => {
  const by = machineRunner('commandLine', environment);
  const id = runIdOf(plan);
  const known = (await journals.list()).some((journal) => journal.id === id);
  const read = known ? await readRun(journals, id) : undefined;
  if (read?.kind !== 'run' || read.state.phase === 'ended')
    return startRun(site, journals, plan, approved, by);
  say(`This plan was begun before, and is gone on with.\n`);
  return resumeRun(site, journals, id, by);
};

const planOf = async (file: string): Promise<Plan> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  const parsed = parsePlan(text);
  if (parsed.kind === 'refused')
    throw new UsageError(`${file} is not applied:\n${parsed.problems.map((one) => `  ${one}`).join('\n')}`);
  return parsed.plan;
};

/** Says each fate as it comes. */
const tellEnds = (run: Run, say: CommandLine['say']): (() => void) => {
  let told = run.state.ended.length;
  return run.onDidChange(() => {
    for (const { step, fate } of run.state.ended.slice(told))
      say(
        printable(
          `${fateWords[fate.kind]}: ${[step.packageId, step.dpName].filter((name) => name !== '').join(' on ')}. ${fate.cause}`,
        ) + '\n',
      );
    told = run.state.ended.length;
  });
};
