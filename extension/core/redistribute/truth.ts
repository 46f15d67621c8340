import type { Finding } from '../reconcile/finding';
import type { Verdict } from '../reconcile/verdict';
import { timeOf } from './guards/place';

/** What decides each verdict (docs/verdicts.md), by view or status message. */
const sources: Readonly<Record<Verdict, string>> = {
  notTargeted: 'v_DPGroupPackages and v_DPGroupMembers, without a row of v_DistributionPoint',
  dpGone: 'v_DistributionPoint, without a row of v_DistributionPointInfo',
  removing: 'v_PackageStatusDistPointsSumm and v_DistributionPoint.Status',
  removeFailed: 'v_PackageStatusDistPointsSumm',
  deleted: 'v_Package and vSMS_Content',
  unread: 'Not read',
  noContent: 'v_Package and v_SmsPackage',
  siteProcessing: 'v_Package.ActionInProgress and v_SmsPackage.StoredPkgVersion',
  inFlight: 'v_PackageStatusDistPointsSumm and vSMS_DistributionJob',
  stalled: 'v_PackageStatusDistPointsSumm, vSMS_DistributionJob and status messages',
  cancelled: 'Status message 9506 and vSMS_DistributionJob',
  missing: "The DP's validation cycle (2393 to 2386) without a 2384, or a removal (2331)",
  hashFailed: 'Status message 2382 of content validation',
  filesMissing: 'Status message 2385 of content validation',
  corrupt: 'Status message 2383 of content validation',
  distributionFailed: 'v_PackageStatusDistPointsSumm and the newest message of the distribution',
  oldVersion: 'SourceVersion of v_Package against the summarizer and the last validation',
  validated: 'Status message 2384 of content validation',
  newSinceCycle: "The time of arrival against the DP's last validation cycle",
  cycleBroken: "The DP's cycle marks (2393, 2386, 2388)",
  purged: "The DP's cycle marks against the oldest 2384 that is kept",
  notValidating: 'v_DistributionPointInfo.HealthCheckEnabled',
  stale: 'The newest 2384 against the limit',
  cycleNever: 'No cycle mark of the DP as far back as messages are kept',
};

/** The evidence that a finding rests on, and from when it is. */
export const truthOf = ({ verdict, since }: Pick<Finding, 'verdict' | 'since'>): string =>
  since === undefined ? sources[verdict] : `${sources[verdict]}; ${timeOf(since)}`;
