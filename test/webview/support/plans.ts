import type { Browser } from 'playwright-core';
import { dpKey } from '../../../extension/core/content/nalPath';
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

export const makePlan = (stepCount: number, refusalCount: number): Plan => {
  const steps = Array.from({ length: stepCount }, (_, index) => planStep(index));
  return {
    hash: 'abc123',
    purpose: 'redistribute',
    siteCode: 'P01',
    caps: defaultCaps,
    madeAt: Date.UTC(2026, 10, 21, 12),
    readAt: Date.UTC(2026, 10, 21, 11, 55),
    notes: [],
    lines: [],
    steps,
    refused: Array.from({ length: refusalCount }, (_, index) => refusal(index)),
    totals: {
      packages: new Set(steps.map(({ packageId }) => packageId)).size,
      distributionPoints: new Set(steps.map(({ dp }) => dp)).size,
      bytes: steps.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
      stepsOfUnknownSize: steps.filter(({ bytes }) => bytes === undefined).length,
    },
  };
};

export interface OpenPlan extends FakeVsCode {
  /** Hashes that were confirmed. */
  readonly confirmed: readonly string[];
  readonly cancels: () => number;
  readonly tell: (state: protocol.PlanState) => void;
  /** What a confirmation fails with. */
  readonly refuse: (message: string) => void;
}

export const review = (plan: Plan): protocol.PlanState => ({ plan, phase: 'review', outcomes: [] });

export const written = (
  plan: Plan,
  phase: protocol.PlanPhase,
  outcomes: readonly StepOutcome[],
): protocol.PlanState => ({ plan, phase, outcomes });

export const openPlan = async (
  browser: Browser,
  first: protocol.PlanState,
  options: FakeOptions = {},
): Promise<OpenPlan> => {
  let state = first;
  let cancels = 0;
  let refused: string | undefined;
  const confirmed: string[] = [];
  const fake = await openPage(
    browser,
    'plan',
    (endpoint) => {
      endpoint.handle(protocol.planState, () => state);
      endpoint.handle(protocol.planCancel, () => {
        cancels++;
        return undefined;
      });
      endpoint.handle(protocol.planConfirm, ({ hash }) => {
        if (refused !== undefined) throw new Error(refused);
        confirmed.push(hash);
        return undefined;
      });
    },
    options,
  );
  return {
    ...fake,
    confirmed,
    cancels: () => cancels,
    refuse: (message) => (refused = message),
    tell: (next) => {
      state = next;
      fake.endpoint.notify(protocol.planChanged, undefined);
    },
  };
};
