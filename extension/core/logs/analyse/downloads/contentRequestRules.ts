import { LineRules } from '../lineRules';
import type { ContentRequests } from './contentRequests';

/** Lines of CAS.log. */
export const contentRequestRules = (requests: ContentRequests): LineRules =>
  new LineRules()
    .on('Requesting content {content}, size(KB) {size:int}, under', ({ content, size }, record) =>
      requests.ask(content, size, record),
    )
    .on('Submitted CTM job {job:guid} to download Content {content} under context', (found, record) =>
      requests.submit(found.job, found.content, record),
    )
    .on('Download completed for content {content} under context', ({ content }, record) =>
      requests.complete(content, record),
    )
    .on('Hash does not match expected {expected}, actual {actual}', ({ expected, actual }, record) =>
      requests.differ(expected, actual, record),
    )
    .on('Download failed for content {content} under context {}, error {code:hex}', (found, record) =>
      requests.fail(found.content, found.code, record),
    )
    .know(
      'Successfully created download request ',
      'Location update from CTM for content ',
      'Download location found ',
      'Matching DP location found ',
      'Download started for content ',
      'Hash verification succeeded for content ',
      'The hash we are verifying is ',
      'Computed hash: ',
      'Saved Content ID Mapping ',
      'Target location for content ',
      '===== CacheManager: Content ',
    )
    .know('Content for {} was NOT found', '{}content is tombstoned');
