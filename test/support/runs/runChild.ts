import { JournalFolder } from '../../../extension/adapters/machine/journalFolder';
import { runOptions, type Run } from '../../../extension/app/run/run';
import type { RunSite } from '../../../extension/app/run/runSite';
import { resumeRun, RunRefused, runIdOf, startRun } from '../../../extension/app/run/startRun';
import type { Runner } from '../../../extension/core/run/journalRecord';
import type { RunPlan } from '../../../extension/core/run/runPlan';
import { connectToServer } from '../demoServer/connectToServer';

// Begins a run, or goes on with it, until it has ended or this process is killed.

interface ChildOptions {
  readonly port: number;
  readonly folder: string;
  readonly plan: RunPlan;
}

const by: Runner = { user: 'CONTOSO\\tester', computer: 'TEST', program: 'commandLine' };
const options = { ...runOptions, pollEvery: 20_000 };

/** The one that was killed counts as alive for a moment. */
const takeOver = async (site: RunSite, journals: JournalFolder, plan: RunPlan): Promise<Run> => {
  for (;;)
    try {
      return (await journals.list()).length === 0
        ? await startRun(site, journals, plan, plan.hash, by, options)
        : await resumeRun(site, journals, runIdOf(plan), by, options);
    } catch (error) {
      if (!(error instanceof RunRefused)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
};

const main = async ({ port, folder, plan }: ChildOptions): Promise<void> => {
  const { cim, clock, database, info } = await connectToServer(port);
  const journals = new JournalFolder(folder, folder, { beatEvery: 30, deadAfter: 150 });
  const run = await takeOver({ ...info, cim, clock, database }, journals, plan);
  console.log('at work');
  const end = await run.work();
  console.log(JSON.stringify(end));
  process.exit(end.kind === 'ended' ? 0 : 1);
};

void main(JSON.parse(process.argv[2] ?? '') as ChildOptions);
