import { listRuns, type ListedRun } from '../app/run/listRuns';
import { isoTime, utcText } from '../core/export/isoTime';
import { runWords } from '../core/run/fateWords';
import { runData, runReport } from '../core/run/runReport';
import { journalPlace } from './journalPlace';
import type { CommandLine } from './missing';
import { jsonText, printable } from './printable';
import type { ReportFormat, RunsArguments } from './runArguments';

/** Prints the runs of a folder, newest first: a line each, or all that their journals tell. @throws JournalError */
export const printRuns = async (
  wanted: RunsArguments,
  { write, say, environment }: CommandLine,
): Promise<void> => {
  const journals = journalPlace(wanted.journal, environment);
  const all = await listRuns(journals);
  const runs = wanted.run === undefined ? all : all.filter(({ id }) => id === wanted.run);
  if (wanted.run !== undefined && runs.length === 0)
    throw new Error(`${journals.place} has no run ${printable(wanted.run)}. "runs" lists those it has.`);
  for (const run of runs) if (run.kind === 'unreadable') say(`${run.id}: ${run.problem}\n`);
  const readable = runs.filter((run) => run.kind === 'run');
  if (wanted.report === undefined) for (const run of readable) await write(lineOf(run));
  else await write(exported(readable, wanted.report));
  if (runs.length === 0) say(`${journals.place} has no runs.\n`);
};

type ReadableRun = Extract<ListedRun, { kind: 'run' }>;

const exported = (runs: readonly ReadableRun[], format: ReportFormat): string =>
  format === 'md'
    ? runs.map(({ id, state }) => runReport(id, state)).join('\n')
    : jsonText(runs.map(({ id, state }) => runData(id, state)));

const lineOf = ({ id, state, owner }: ReadableRun): string =>
  `${printable(
    [
      id,
      utcText(isoTime(state.startedAt) ?? ''),
      `${state.by.user} on ${state.by.computer}`,
      owner === undefined && !state.isDone ? `left, ${runWords(state)}` : runWords(state),
    ].join('  '),
  )}\n`;
