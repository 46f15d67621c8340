import type { DistributionPoint } from '../../../extension/core/content/distributionPoint';
import { dpKey } from '../../../extension/core/content/nalPath';
import type { Package } from '../../../extension/core/content/package';
import type { Finding } from '../../../extension/core/reconcile/finding';
import type { Candidate } from '../../../extension/core/redistribute/candidate';

export const dpNamed = (
  serverName: string,
  differences: Partial<DistributionPoint> = {},
): DistributionPoint => ({
  key: dpKey(serverName, 'Windows NT Server'),
  id: 1,
  nalPath: `["Display=\\\\${serverName}\\"]MSWNET:["SMS_SITE=P01"]\\\\${serverName}\\`,
  serverName,
  siteCode: 'P01',
  resourceType: 'Windows NT Server',
  description: '',
  isPullDp: false,
  isCloud: false,
  isSiteServer: false,
  validates: true,
  validationSchedule: undefined,
  ...differences,
});

export const packageOf = (packageId: string, differences: Partial<Package> = {}): Package => ({
  packageId,
  name: `Package ${packageId}`,
  version: '1',
  manufacturer: '',
  type: 0,
  sourceFlag: 2,
  flags: 0,
  sourceVersion: 3,
  storedVersion: 3,
  bytes: 1_000,
  actionInProgress: 0,
  action: 0,
  ...differences,
});

export const candidateOf = (
  packageId: string,
  dp: DistributionPoint,
  finding: Partial<Finding> = {},
  content: Partial<Package> = {},
): Candidate => ({
  dp,
  package: packageOf(packageId, content),
  finding: {
    packageId,
    dp: dp.key,
    nalPath: dp.nalPath,
    siteCode: dp.siteCode,
    verdict: 'missing',
    reason: 'No pass since the last cycle began.',
    since: undefined,
    lastResult: undefined,
    installed: true,
    disagrees: false,
    suspectCycle: false,
    ...finding,
  },
});
