import type { Browser } from 'playwright-core';
import { dpKey } from '../../../extension/core/content/nalPath';
import type { PlanLine } from '../../../extension/core/redistribute/budget/planLine';
import { totalsOf } from '../../../extension/core/redistribute/makePlan';
import { defaultCaps } from '../../../extension/core/redistribute/caps';
import type { Plan, PlanRefusal, PlanStep, StepOutcome } from '../../../extension/core/redistribute/plan';
import * as protocol from '../../../extension/protocol/planPage';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

const gigabyte = 1024 ** 3;
const serverOf = (index: number): string => `ZRH-DP${1 + (index % 7)}.corp.example`;

export const planStep = (index: number): PlanStep => {
  const dpName = serverOf(index);
  return {
    id: String(index + 1),
    action: 'redistribute',
    packageId: `P01000${(16 + index).toString(16).toUpperCase()}`,
    packageName: index === 1 ? '<b>HP "G9"</b> drivers' : `Microsoft 365 Apps for enterprise ${index}`,
    dp: dpKey(dpName, 'Windows NT Server'),
    dpName,
    nalPath: `["Display=\\\\${dpName}\\"]MSWNET:["SMS_SITE=P01"]\\\\${dpName}\\`,
    siteCode: 'P01',
    bytes: index === 4 ? undefined : Math.round((index + 1) * 1.37 * gigabyte),
    sourceDp: '',
    before: { state: 0, sourceVersion: 3, lastRefreshTime: undefined },
    truth: "the DP's validation cycle (2393 to 2386) without a 2384",
    instead: 'Validating again brings no content.',
    reaches: [],
    verdict: index % 3 === 0 ? 'missing' : 'hashFailed',
    reason: 'The last finished cycle of the DP did not verify it.',
    cautions: index % 4 === 3 ? ['A pull DP: it fetches the content from its source DP.'] : [],
  };
};

const refusal = (index: number): PlanRefusal => ({
  packageId: `P01001${(16 + index).toString(16).toUpperCase()}`,
  packageName: `Windows 11 23H2 ${index}`,
  dpName: serverOf(index),
  verdict: 'inFlight',
  rule: 'inFlight',
  reason: 'A distribution is on its way; another would only send it again.',
});

const lineTo = (index: number): PlanLine => {
  const dpName = serverOf(index);
  return {
    dp: dpKey(dpName, 'Windows NT Server'),
    dpName,
    isPull: index === 3,
    limitsRate: index === 2,
    hasSchedule: false,
    rates: undefined,
    openHours: undefined,
    speed:
      index === 5
        ? undefined
        : { low: 4_000_000 + index, middle: 6_000_000, high: 9_000_000, jobs: 12, isOfOthers: index === 4 },
  };
};

export const makePlan = (stepCount: number, refusalCount: number, differences: Partial<Plan> = {}): Plan => {
  const steps = Array.from({ length: stepCount }, (_, index) => planStep(index));
  return {
    hash: 'abc123',
    purpose: 'redistribute',
    siteCode: 'P01',
    caps: defaultCaps,
    madeAt: Date.UTC(2026, 10, 21, 12),
    readAt: Date.UTC(2026, 10, 21, 11, 55),
    notes: [],
    lines: Array.from({ length: 7 }, (_, index) => lineTo(index)),
    steps,
    refused: Array.from({ length: refusalCount }, (_, index) => refusal(index)),
    totals: totalsOf(steps),
    ...differences,
  };
};

const mixed: readonly Partial<PlanStep>[] = [
  { action: 'redistribute' },
  {
    action: 'validate',
    verdict: 'stale',
    bytes: 0,
    reason: 'Verified, but longer ago than the limit.',
    instead:
      'Nothing proves that the content is missing: sending every file (4311 MB) again may be for nothing.',
  },
  {
    action: 'distribute',
    verdict: 'notTargeted',
    reason: 'A DP group asks for it, but it was never targeted to this DP.',
  },
];

/** A repair of so many pairs, as the page of missing content makes it. */
export const repairPlan = (stepCount: number, differences: Partial<Plan> = {}): Plan => {
  const steps = Array.from({ length: stepCount }, (_, index): PlanStep => ({
    ...planStep(index),
    ...mixed[index % mixed.length],
    bytes: index % 3 === 1 ? 0 : planStep(index % 12).bytes,
  }))
    .toSorted((a, b) => a.dpName.localeCompare(b.dpName))
    .map((step, index) => ({ ...step, id: String(index + 1) }));
  return makePlan(0, 5, {
    purpose: 'repair',
    steps,
    totals: totalsOf(steps),
    notes: ['Not read: maintenance mode (v_DistributionPointInfo, from release 1902 on).'],
    ...differences,
  });
};

export interface OpenPlan extends FakeVsCode {
  /** Hashes that were confirmed. */
  readonly confirmed: readonly string[];
  /** What was typed with them. */
  readonly typed: readonly string[];
  readonly documents: () => number;
  readonly cancels: () => number;
  /** How often its run was shown. */
  readonly runsShown: () => number;
  readonly tell: (state: protocol.PlanState) => void;
  /** What a confirmation fails with. */
  readonly refuse: (message: string) => void;
}

export const review = (plan: Plan): protocol.PlanState => ({
  plan,
  phase: 'review',
  outcomes: [],
  waits: [],
  hasRun: false,
});

export const written = (
  plan: Plan,
  phase: protocol.PlanPhase,
  outcomes: readonly StepOutcome[],
): protocol.PlanState => ({ plan, phase, outcomes, waits: [], hasRun: true });

export const openPlan = async (
  browser: Browser,
  first: protocol.PlanState,
  options: FakeOptions = {},
): Promise<OpenPlan> => {
  let state = first;
  let cancels = 0;
  let runsShown = 0;
  let refused: string | undefined;
  let documents = 0;
  const confirmed: string[] = [];
  const typed: string[] = [];
  const fake = await openPage(
    browser,
    'plan',
    (endpoint) => {
      endpoint.handle(protocol.planState, () => state);
      endpoint.handle(protocol.planShowRun, () => {
        runsShown += 1;
        return undefined;
      });
      endpoint.handle(protocol.planCancel, () => {
        cancels++;
        return undefined;
      });
      endpoint.handle(protocol.planDocument, () => {
        documents++;
        return undefined;
      });
      endpoint.handle(protocol.planConfirm, ({ hash, typed: text }) => {
        if (refused !== undefined) throw new Error(refused);
        confirmed.push(hash);
        typed.push(text);
        return undefined;
      });
    },
    options,
  );
  return {
    ...fake,
    confirmed,
    typed,
    documents: () => documents,
    cancels: () => cancels,
    runsShown: () => runsShown,
    refuse: (message) => (refused = message),
    tell: (next) => {
      state = next;
      fake.endpoint.notify(protocol.planChanged, undefined);
    },
  };
};
