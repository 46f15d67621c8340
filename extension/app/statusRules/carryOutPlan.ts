import { parsePlan } from '../../core/redistribute/document/parsePlan';
import type { Plan } from '../../core/redistribute/plan';
import { countWords } from '../../core/run/fateWords';
import type { Runner } from '../../core/run/journalRecord';
import type { RunState } from '../../core/run/runState';
import type { Journals } from '../../ports/journal';
import type { Run } from '../run/run';
import type { RunSite } from '../run/runSite';
import { readRun, resumeRun, runIdOf, startRun } from '../run/startRun';

/** A plan that was not begun by then is made anew: the site has changed since. */
const evidenceLimit = 60 * 60_000;

/**
 * Carries out the plan of a document, or goes on with it; one that has ended is only told of.
 * @returns what became of it. Rejects with RunRefused, JournalError, or an Error when it is left half-way.
 */
export const carryOutPlan = async (
  site: RunSite,
  journals: Journals,
  by: Runner,
  document: string,
  signal: AbortSignal,
): Promise<string> => {
  const parsed = parsePlan(document);
  if (parsed.kind === 'refused') throw new Error(`The plan was changed: ${parsed.problems.join(' ')}`);
  const { plan } = parsed;
  const id = runIdOf(plan);
  const isKnown = (await journals.list()).some((journal) => journal.id === id);
  const read = isKnown ? await readRun(journals, id) : undefined;
  if (read?.kind === 'run' && read.state.phase === 'ended') return wordsOf(id, read.state);
  const run =
    read?.kind === 'run'
      ? await resumeRun(site, journals, id, by)
      : await startRun(site, journals, recent(plan, site.clock.now()), plan.hash, by);
  await untilEnded(run, signal);
  return wordsOf(id, run.state);
};

const recent = (plan: Plan, now: number): Plan => {
  if (now - plan.madeAt <= evidenceLimit) return plan;
  throw new Error('The plan was left before anything of it was written, and is too old by now.');
};

const untilEnded = async (run: Run, signal: AbortSignal): Promise<void> => {
  const leave = (): void => void run.leave('It was interrupted.');
  signal.addEventListener('abort', leave, { once: true });
  try {
    if (signal.aborted) leave();
    const end = await run.work();
    if (end.kind === 'left') throw new Error(`${end.cause} What is under way goes on at the site.`);
  } finally {
    signal.removeEventListener('abort', leave);
  }
};

const wordsOf = (id: string, { ended }: RunState): string =>
  `Carried out: ${countWords(ended.map(({ fate }) => fate))}. Its journal is run ${id}.`;
