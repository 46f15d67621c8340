import { FilterError } from '../core/filter/filterError';
import { parseCleanupArguments } from './cleanupArguments';
import { parseLogArguments } from './logArguments';
import type { CommandLine } from './missing';
import { parseMismatchArguments } from './mismatchArguments';
import { parsePlanArguments } from './planArguments';
import { parseArguments } from './parseArguments';
import { parseRepairArguments, parseUndoArguments } from './repairArguments';
import { parseApplyArguments, parseRunsArguments } from './runArguments';
import { usage, UsageError } from './usage';

/** 0: nothing that needs repair or a decision was found. */
export type ExitCode = 0 | 1 | 2;

/** Does what the arguments ask for, each in a chunk of its own; what goes wrong is said, never thrown. */
export const run = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  try {
    if (args[0] === 'plan') return await runPlan(args.slice(1), line);
    if (args[0] === 'apply') return await runApply(args.slice(1), line);
    if (args[0] === 'repair') return await runRepair(args.slice(1), line);
    if (args[0] === 'undo') return await runUndo(args.slice(1), line);
    if (args[0] === 'validate') return await (await import('./validate.js')).validate(args.slice(1), line);
    if (args[0] === 'runs') return await runRuns(args.slice(1), line);
    if (args[0] === 'mismatches') return await runMismatches(args.slice(1), line);
    if (args[0] === 'logs') return await runLogs(args.slice(1), line);
    if (args[0] === 'cleanup') return await runCleanup(args.slice(1), line);
    if (args[0] === 'error') {
      await (await import('./explainErrors.js')).explainErrors(args.slice(1), line);
      return 0;
    }
    if (args[0] === 'on-message' || args[0] === 'rules')
      return await (await import('./rules/runRules.js')).runRules(args[0], args.slice(1), line);
    const wanted = parseArguments(args);
    if (wanted === 'help') {
      await line.write(usage);
      return 0;
    }
    const { listMissing } = await import('./missing.js');
    const { problems } = await listMissing(wanted, line);
    return problems > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof FilterError) line.say(underlined(filterOf(args), error));
    line.say(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) line.say('\nconfigmgr-content --help says what there is.\n');
    return 2;
  }
};

/** 0: a plan with steps was written; 1: there is nothing that it would do. */
const runPlan = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parsePlanArguments(args);
  if (wanted === 'help') {
    await line.write(usage);
    return 0;
  }
  const { writePlan } = await import('./plan.js');
  return (await writePlan(wanted, line)).steps.length > 0 ? 0 : 1;
};

/** 0: every step was proved or accepted; 1: some were not. */
const runApply = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parseApplyArguments(args);
  if (wanted === 'help') {
    await line.write(usage);
    return 0;
  }
  const { applyPlan } = await import('./apply.js');
  return (await applyPlan(wanted, line)) ? 0 : 1;
};

/** 0: a plan with steps was written; 1: there is nothing that it would do. */
const runRepair = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parseRepairArguments(args);
  if (wanted === 'help') {
    await line.write(usage);
    return 0;
  }
  const { writeRepairPlan } = await import('./repair.js');
  return (await writeRepairPlan(wanted, line)).steps.length > 0 ? 0 : 1;
};

/** The same of a run that is taken back. */
const runUndo = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parseUndoArguments(args);
  if (wanted === 'help') {
    await line.write(usage);
    return 0;
  }
  const { writeUndoPlan } = await import('./undo.js');
  return (await writeUndoPlan(wanted, line)).steps.length > 0 ? 0 : 1;
};

const runRuns = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parseRunsArguments(args);
  if (wanted === 'help') await line.write(usage);
  else await (await import('./runs.js')).printRuns(wanted, line);
  return 0;
};

/** 0: the lists agree everywhere; 1: they do not; 2: as far as they could be read they do. */
const runMismatches = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parseMismatchArguments(args);
  if (wanted === 'help') {
    await line.write(usage);
    return 0;
  }
  const { listMismatches } = await import('./mismatches.js');
  const { attention, allRead } = await listMismatches(wanted, line);
  return attention ? 1 : allRead ? 0 : 2;
};

/** 0: nothing is flagged, or the script was printed; 1: something is, or the log is no whole what-if. */
const runCleanup = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parseCleanupArguments(args);
  if (wanted === 'help') {
    await line.write(usage);
    return 0;
  }
  const { cleanUp } = await import('./cleanup.js');
  return (await cleanUp(wanted, line)) ? 0 : 1;
};

/** 2: some of what was asked for could not be read; 1: what was found in the logs asks for attention. */
const runLogs = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parseLogArguments(args);
  if (wanted === 'help') {
    await line.write(usage);
    return 0;
  }
  if (wanted.verb !== 'analyse') {
    const { printLogs } = await import('./logs.js');
    return (await printLogs(wanted, line)) ? 0 : 2;
  }
  const { analyseLogs } = await import('./analyseLogs.js');
  const { allRead, problems } = await analyseLogs(wanted, line);
  return !allRead ? 2 : problems > 0 ? 1 : 0;
};

const filterOf = (args: readonly string[]): string => {
  if (args[0] === 'plan') {
    const planned = parsePlanArguments(args.slice(1));
    return planned === 'help' ? '' : (planned.where ?? '');
  }
  const wanted = parseArguments(args);
  return wanted === 'help' ? '' : (wanted.filter ?? '');
};

/** The filter, and marks below the word that is meant. */
const underlined = (filter: string, { start, end }: FilterError): string =>
  `  ${filter.replaceAll(/\s/g, ' ')}\n  ${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}\n`;
