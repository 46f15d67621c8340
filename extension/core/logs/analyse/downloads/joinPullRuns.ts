import { togetherErrors } from '../rawErrors';
import type { PullContent, PullRun, Transfer } from './downloadFacts';
import type { LoggedPullRun, PullJob } from './pullRuns';

/** Runs of a pull DP with what the data transfer service did for them. */
export const pullRunsOf = (
  runs: readonly LoggedPullRun[],
  transfers: ReadonlyMap<string, Transfer>,
): readonly PullRun[] =>
  runs.map(({ jobs, ...run }) => ({ ...run, contents: jobs.map((job) => contentOf(job, transfers)) }));

const contentOf = (job: PullJob, all: ReadonlyMap<string, Transfer>): PullContent => {
  const transfers = job.transfers.flatMap((id) => all.get(id) ?? []);
  return {
    ...job,
    sources: [...new Set(transfers.map(({ server }) => server).filter((server) => server !== ''))],
    bytes: transfers.reduce((sum, { bytes }) => sum + bytes, 0),
    retries: transfers.reduce((sum, { retries }) => sum + retries, 0),
    errors: togetherErrors([...job.errors, ...transfers.flatMap(({ errors }) => errors)]),
  };
};
