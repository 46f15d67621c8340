import type { DistributionPoint } from '../../../extension/core/content/distributionPoint';
import { dpKey } from '../../../extension/core/content/nalPath';
import type { Package } from '../../../extension/core/content/package';
import type { DpCycles } from '../../../extension/core/reconcile/cycle';
import type { Evidence } from '../../../extension/core/reconcile/evidence';
import { explain } from '../../../extension/core/reconcile/explain';
import type { Finding } from '../../../extension/core/reconcile/finding';
import { grader } from '../../../extension/core/reconcile/grade';
import type {
  JobRow,
  PairFacts,
  PairMessage,
  StatusRow,
  SummaryRow,
  TargetRow,
  ValidatedVersionRow,
} from '../../../extension/core/reconcile/pairFacts';
import { defaultSettings } from '../../../extension/core/reconcile/settings';
import type { FactSource, SiteFacts } from '../../../extension/core/reconcile/siteFacts';

export const readAt = Date.UTC(2026, 5, 1, 12);
const hour = 3_600_000;
export const hoursAgo = (hours: number): number => readAt - hours * hour;
export const daysAgo = (days: number): number => hoursAgo(24 * days);

/** The version that the package has and the DP holds. */
export const version = 5;

/** The last finished cycle: content was placed long before it, and verified in it. */
export const cycleStart = hoursAgo(10);
export const passed = hoursAgo(9);
export const cycleEnd = hoursAgo(8);
export const previousEnd = hoursAgo(30);
export const placedAt = daysAgo(40);

let records = 0;
/** A status message of the pair; a later one gets a higher RecordID. */
export const message = (messageId: number, time: number, of?: number): PairMessage => ({
  messageId,
  time,
  version: of,
  recordId: String(72_057_594_037_927_936n + BigInt(++records)),
});

export const pass = (time = passed, of: number | undefined = version): PairMessage => message(2384, time, of);

export const job = (state: number, changed: number, jobId = '7'): JobRow => ({ jobId, state, changed });

/** How a case differs from a pair that was verified in the last finished cycle. `undefined` takes a fact away. */
export interface PairCase {
  readonly target?: Partial<TargetRow> | undefined;
  readonly summary?: Partial<SummaryRow> | undefined;
  readonly status?: Partial<StatusRow> | undefined;
  readonly validated?: Partial<ValidatedVersionRow> | undefined;
  readonly messages?: readonly PairMessage[];
  readonly pair?: Partial<PairFacts>;
  readonly package?: Partial<Package> | undefined;
  readonly dp?: Partial<DistributionPoint> | undefined;
  readonly cycles?: Partial<DpCycles> | undefined;
  readonly otherCycles?: readonly Partial<DpCycles>[];
  readonly oldestPass?: number | undefined;
  readonly notRead?: readonly FactSource[];
  readonly inGroup?: boolean;
}

const server = 'dp1.corp.example';
export const key = dpKey(server, 'Windows NT Server');
const nalPath = `["Display=\\\\${server}\\"]MSWNET:["SMS_SITE=P01"]\\\\${server}\\`;

const point: DistributionPoint = {
  key,
  id: 1,
  nalPath,
  serverName: server,
  siteCode: 'P01',
  resourceType: 'Windows NT Server',
  description: '',
  isPullDp: false,
  isCloud: false,
  isSiteServer: false,
  validates: true,
  validationSchedule: undefined,
};

const content: Package = {
  packageId: 'P0100012',
  name: '7-Zip',
  version: '24.09',
  manufacturer: 'Igor Pavlov',
  type: 0,
  sourceFlag: 2,
  flags: 0,
  sourceVersion: version,
  storedVersion: version,
  bytes: 1_500_000,
  actionInProgress: 0,
  action: 0,
};

const target: TargetRow = { nalPath, siteCode: 'P01', status: 0, lastRefresh: placedAt };
const summary: SummaryRow = {
  siteCode: 'P01',
  state: 0,
  sourceVersion: version,
  lastCopied: placedAt,
  summaryDate: placedAt,
};
const status: StatusRow = { messageId: 2384, messageState: 1, lastUpdate: placedAt, recordId: '1' };
const marks: DpCycles = {
  lastEnd: cycleEnd,
  previousEnd,
  startMark: cycleStart,
  newestStart: cycleStart,
  newestBroken: undefined,
  firstSeen: hoursAgo(9.9),
  results: 100,
  previousResults: 100,
};

const noMarks: DpCycles = {
  lastEnd: undefined,
  previousEnd: undefined,
  startMark: undefined,
  newestStart: undefined,
  newestBroken: undefined,
  firstSeen: undefined,
  results: undefined,
  previousResults: undefined,
};

/** The fact as it usually is with the case's changes; none where the case takes it away. */
const changed = <T extends object>(usual: T, of: PairCase, fact: keyof PairCase): T | undefined =>
  fact in of && of[fact] === undefined ? undefined : { ...usual, ...(of[fact] as Partial<T> | undefined) };

/** Facts of a case. A validated row or a status are there only when the case names them. */
export const factsOf = (of: PairCase = {}): { readonly site: SiteFacts; readonly pair: PairFacts } => {
  const [dp, what, cycles] = [
    changed(point, of, 'dp'),
    changed(content, of, 'package'),
    changed(marks, of, 'cycles'),
  ];
  const others = (of.otherCycles ?? []).map(
    (other, index) => [dpKey(`other${index}`, 'Windows NT Server'), { ...noMarks, ...other }] as const,
  );
  return {
    site: {
      readAt,
      settings: defaultSettings,
      notRead: new Set(of.notRead),
      cycles: new Map([...(cycles === undefined ? [] : [[key, cycles] as const]), ...others]),
      oldestPass: 'oldestPass' in of ? of.oldestPass : daysAgo(29),
      discarded: { byDp: new Map(), byPackage: new Map() },
      inventory: {
        siteCode: 'P01',
        siteName: 'Primary site',
        siteServer: 'cm01.corp.example',
        distributionPoints: dp === undefined ? [] : [dp],
        packages: what === undefined ? [] : [what],
        groups:
          of.inGroup === true
            ? [
                {
                  groupId: '{6E1B}',
                  name: 'All branches',
                  description: '',
                  members: [key],
                  packageIds: [content.packageId],
                },
              ]
            : [],
        readAt,
      },
    },
    pair: {
      packageId: content.packageId,
      dp: key,
      nalPath,
      siteCode: 'P01',
      inGroup: of.inGroup ?? false,
      target: changed(target, of, 'target'),
      surplusTargets: [],
      summary: changed(summary, of, 'summary'),
      status: of.status && { ...status, ...of.status },
      stateGroup: undefined,
      validated: of.validated && { version, time: passed, ...of.validated },
      jobs: [],
      messages: of.messages ?? [pass()],
      hasContent: true,
      ...of.pair,
    },
  };
};

export const findingOf = (of: PairCase): Finding => {
  const { site, pair } = factsOf(of);
  return grader(site)(pair);
};

export const evidenceOf = (of: PairCase): readonly Evidence[] => {
  const { site, pair } = factsOf(of);
  return explain(site, pair);
};
