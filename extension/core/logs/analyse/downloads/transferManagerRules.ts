import type { AnalysedRecord } from '../analysedRecord';
import { LineRules } from '../lineRules';
import type { DownloadOutcome } from './downloadFacts';
import type { TransferManagerJobs } from './transferManagerJobs';

/** States by which a job tells its end. */
const endStates: Readonly<Record<string, DownloadOutcome>> = { Success: 'succeeded', Complete: 'succeeded' };

/** Of Windows' codes for hashes; the line has none of its own. */
const wrongHash = 0x80091007;

/** Lines of ContentTransferManager.log. */
export const transferManagerRules = (jobs: TransferManagerJobs): LineRules => {
  const enter = (job: string, state: string, record: AnalysedRecord): void => {
    const outcome = endStates[state];
    if (outcome === undefined) jobs.mention(job, record);
    else jobs.end(job, outcome, record);
  };
  return new LineRules()
    .on('Starting CTM job {job:guid}.', ({ job }, record) => jobs.mention(job, record))
    .on("Queued location request '{request:guid}' for CTM job '{job:guid}'", ({ request, job }, record) =>
      jobs.request(request, job, record),
    )
    .on('CCTMJob::EvaluateState(JobID={job:guid}, State={state})', ({ job, state }, record) =>
      enter(job, state, record),
    )
    .on('CTMJob({job:guid}): CCTMJob::Start - State={state}', ({ job, state }, record) =>
      enter(job, state, record),
    )
    .on("Persisted location '{url}', Order {order:int}, for CTM job {job:guid}", (found, record) =>
      jobs.offer(found.job, found.url, '', found.order, record),
    )
    .on('Persisted locations for CTM job {job:guid}:', ({ job }, record) => {
      jobs.mention(job, record);
      for (const [, locality = '', url = ''] of record.message.matchAll(/\((\w{1,40})\) '([^']{1,1000})'/g))
        jobs.offer(job, url, locality, undefined, record);
    })
    .on("({locality}) '{url}'", ({ locality, url }, record) =>
      jobs.offer(undefined, url, locality, undefined, record),
    )
    .on(
      "CTM job {job:guid} (corresponding DTS job {dts:guid}) started download from '{url}' for",
      ({ job, dts, url }, record) => jobs.start(job, url, dts, record),
    )
    .on("CTM job {job:guid} switched to location '{url}'", ({ job, url }, record) =>
      jobs.start(job, url, undefined, record),
    )
    .on('CTM job {job:guid} successfully processed download completion', ({ job }, record) =>
      jobs.end(job, 'succeeded', record),
    )
    .on('CTM job {job:guid} suspended', ({ job }, record) => jobs.end(job, 'suspended', record))
    .on('CTM job {job:guid} entered phase CCM_DOWNLOADSTATUS_', ({ job }, record) =>
      jobs.mention(job, record),
    )
    .on('Received empty location update for CTM Job {job:guid}', ({ job }, record) =>
      jobs.emptyReply(job, record),
    )
    .on('CCTMJob::_GetNextLocation failed with code {code:hex}', ({ code }, record) =>
      jobs.fail(code, 'no next location', 'noLocation', record),
    )
    .on('CCTMJob::_ProcessContentInfo - failed to verify hash', (_, record) =>
      jobs.fail(wrongHash, 'failed to verify hash', undefined, record),
    )
    .know('No progress for CTM job ');
};
