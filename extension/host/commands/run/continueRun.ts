import { isLeft, pickRun } from '../../run/pickRun';
import type { Command } from '../command';

/** Goes on with a run that was left: by a window that closed, or a program that ended. */
export const continueRun: Command = async ({ runs, runPages }) => {
  const run = await pickRun(runs, isLeft);
  if (run === undefined) return;
  await runs.goOn(run.id);
  await runPages.showRun(run.id);
};
