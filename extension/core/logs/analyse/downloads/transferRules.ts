import { LineRules } from '../lineRules';
import type { Transfers } from './transfers';

/** Lines of DataTransferService.log. */
export const transferRules = (transfers: Transfers): LineRules =>
  new LineRules()
    .on("DTSJob {job:guid} created to download from '{url}' to '", ({ job, url }, record) =>
      transfers.create(job, url, record),
    )
    .on("DTSJob {job:guid} in state '{state}'", ({ job, state }, record) =>
      transfers.enter(job, state, record),
    )
    .on('DTSJob {job:guid} successfully completed download', ({ job }, record) =>
      transfers.end(job, 'succeeded', record),
    )
    .on('DTS job {job:guid} has completed:{}Status : {status}', ({ job, status }, record) =>
      transfers.end(job, status.startsWith('SUCCESS') ? 'succeeded' : 'failed', record),
    )
    .on("Starting BITS job '{bits:guid}' for DTS job '{job:guid}'", ({ bits, job }, record) =>
      transfers.startBits(bits, job, record),
    )
    .on(
      'Job: {id:guid}, Total Files: {:int}, Transferred Files: {:int}, Total Bytes: {total:int}, Transferred Bytes: {bytes:int}',
      ({ id, total, bytes }, record) => transfers.progress(id, bytes, total, record),
    )
    .on(
      "CDTSJob::HandleErrors: DTS Job '{job:guid}' BITS Job '{}' under user '{}' OldErrorCount {:int} NewErrorCount {:int} ErrorCode {code:hex}",
      ({ job, code }, record) => transfers.fail(job, code, record),
    )
    .on('[CCMHTTP] ERROR: URL={url}, Port={:int},{}Code={code:int}, Text={text}', (found, record) =>
      transfers.failAt(found.url, found.code, record, found.text),
    )
    .on("Error sending DAV request. HTTP code {code:int}, status '", ({ code }, record) =>
      // 600 stands for no answer at all: why is in the lines around it.
      code === 600 ? undefined : transfers.failAt(undefined, code, record, 'HTTP status'),
    )
    .on("GetDirectoryList_HTTP('{url}') failed with code {code:hex}.", ({ url, code }, record) =>
      transfers.failAt(url, code, record),
    )
    .on('GetDirectoryList_HTTP mapping original error {original:hex} to', ({ original }, record) =>
      transfers.failAt(undefined, original, record, 'original error'),
    )
    .on('Error retrieving manifest ({code:hex}).{}Will attempt retry {retry:int} in', (found, record) => {
      transfers.failAt(undefined, found.code, record);
      transfers.retry(found.retry, record);
    })
    .on('Failed to send request to {path} at host {host}, error {code:hex}', (found, record) =>
      transfers.failAt(`http://${found.host}${found.path}`, found.code, record),
    )
    .know('GET: Host=', 'HEAD: Host=');
