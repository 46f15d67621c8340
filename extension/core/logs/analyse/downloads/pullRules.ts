import { LineRules } from '../lineRules';
import type { PullOutcome } from './downloadFacts';
import type { PullRuns } from './pullRuns';

/** What a pull DP reports to the management point; 8, 16 and 32 say that it is under way. */
const reported: Readonly<Record<number, PullOutcome>> = {
  1: 'succeeded',
  2: 'warning',
  4: 'failed',
  64: 'cancelled',
};

/** Lines of PullDP.log. */
export const pullRules = (runs: PullRuns): LineRules =>
  new LineRules()
    .on('CPullDPService::LoadJobsFromXML for {key}', ({ key }, record) => runs.load(key, record))
    .on(
      'ContentExecuteJob {job:guid} (state: {state}) for package {key} content {content}',
      ({ job, state, key, content }, record) => runs.enter(key, job, content, state, record),
    )
    .on(
      'Created FullDownload DTS job {transfer:guid} for package {key}, content id {content}, content job id {job:guid}.',
      (found, record) => runs.transfer(found.transfer, found.key, found.job, found.content, record),
    )
    .on(
      'Created SignatureDownload DTS job {transfer:guid} for package {key}, content id {content}. JobState',
      (found, record) => runs.transfer(found.transfer, found.key, undefined, found.content, record),
    )
    .on(
      'DTS succeeded message received for {key}, content job {job:guid}, status is',
      ({ key, job }, record) => runs.hear(key, job, 0, '', record),
    )
    .on(
      'DTS error message received for {key}, content job {job:guid}, {code:hex} : {text}',
      ({ key, job, code, text }, record) => runs.hear(key, job, code, text, record),
    )
    .on("Report state message {:text} ({state:int}) to MP for package '{key}'", ({ key, state }, record) => {
      const outcome = reported[state];
      if (outcome !== undefined) runs.end(key, outcome, record);
    })
    .on('{key} Starting Download{}there are {:int} content jobs', ({ key }, record) =>
      runs.begin(key, record),
    )
    .on('{key} has completed successfully', ({ key }, record) => runs.end(key, 'succeeded', record))
    .know(
      'CPullDPService::ExecuteJobs()',
      '- {} - XML has {:int} content jobs',
      '{}: {:int} files already exists, {:int} files to download',
      'All {:int} content jobs for {} have completed',
    );
