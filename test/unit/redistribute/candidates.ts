import type { DistributionPoint } from '../../../extension/core/content/distributionPoint';
import { dpKey } from '../../../extension/core/content/nalPath';
import type { Package } from '../../../extension/core/content/package';
import type { Finding } from '../../../extension/core/reconcile/finding';
import type { Candidate } from '../../../extension/core/redistribute/candidate';
import { defaultCaps } from '../../../extension/core/redistribute/caps';
import type { PlanFrame } from '../../../extension/core/redistribute/makePlan';
import type { PlaceNow, PlanFacts } from '../../../extension/core/redistribute/planFacts';
import { Troubles } from '../../../extension/core/redistribute/troubles';

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

/** A DP with room, on which nothing is going on. */
export const quietPlace: PlaceNow = {
  inMaintenance: false,
  openJobs: 0,
  free: 1024 ** 4,
  down: undefined,
  sources: [],
  limitsRate: false,
  hasSchedule: false,
  rates: undefined,
  openHours: undefined,
  speeds: [],
};

export const noPlanFacts: PlanFacts = {
  pairs: new Map(),
  packages: new Map(),
  places: new Map(),
  onSources: new Map(),
  troubles: new Troubles([], [], 0),
  samples: new Map(),
  notRead: new Set(),
};

/** A moment at which nothing is against a plan. */
export const quiet: PlanFrame = {
  siteCode: 'P01',
  caps: defaultCaps,
  now: 0,
  readAt: 0,
  evidenceLimit: 24 * 3_600_000,
  findingsNotRead: new Set(),
  notRead: new Set(),
  validating: new Set(),
  notes: [],
  lines: [],
  neededBy: () => 'No task sequence or deployment is known to need it',
};

/** A pair that is targeted and installed, whose content is missing; nothing is against repairing it. */
export const candidateOf = (
  packageId: string,
  dp: DistributionPoint,
  finding: Partial<Finding> = {},
  content: Partial<Package> = {},
  more: Partial<Candidate> = {},
): Candidate => {
  const of = packageOf(packageId, content);
  const isTargeted = finding.verdict !== 'notTargeted';
  const isRunning = finding.verdict === 'inFlight' || finding.verdict === 'stalled';
  return {
    dp,
    package: of,
    pairNow: {
      target: isTargeted ? { status: 0, lastRefresh: undefined } : undefined,
      state: isTargeted ? (isRunning ? 1 : 0) : undefined,
      openJobs: 0,
    },
    packageNow: {
      sourceVersion: of.sourceVersion,
      actionInProgress: 0,
      sourceDate: undefined,
      siteCopies: [],
    },
    place: quietPlace,
    pullSources: [],
    troubles: [],
    sample: undefined,
    groups: [],
    ...more,
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
  };
};
