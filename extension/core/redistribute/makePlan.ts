import type { DpKey } from '../content/nalPath';
import type { RunCaps } from '../run/runPlan';
import type { PlanLine } from './budget/planLine';
import { dpNameOf, packageNameOf, type Candidate } from './candidate';
import { cautionsOf } from './cautions';
import { storedStep } from './document/storedPlan';
import { growthOf } from './growth';
import { refusal, suspectPairs, type GuardContext, type PairAction, type Refusal } from './guards';
import type { Plan, PlanPurpose, PlanRefusal, PlanStep, PlanTotals } from './plan';
import { planHash } from './planHash';
import { insteadOf, repairOf } from './repair';
import { suspicionOf } from './suspicion';
import { truthOf } from './truth';

/** What a plan is told beside its pairs. */
export interface PlanFrame extends Omit<GuardContext, 'purpose' | 'suspectPairs' | 'planned'> {
  readonly siteCode: string;
  readonly caps: RunCaps;
  /** What was not read, and what else holds for all of the plan. */
  readonly notes: readonly string[];
  /** How content gets to the DPs. */
  readonly lines: readonly PlanLine[];
  /** Who needs a package, as a sentence without its end: said before it is removed. */
  readonly neededBy: (packageId: string) => string;
}

/** `repairLibrary` sends what the lists of a DP disagree about. */
export type PairPurpose = 'repair' | 'repairLibrary' | PairAction;

/** Sorts the chosen pairs into steps and refusals. */
export const makePlan = (purpose: PairPurpose, candidates: readonly Candidate[], frame: PlanFrame): Plan => {
  const planned = new Map<DpKey, number>();
  const sampled = new Map<DpKey, number>();
  const context: GuardContext = { ...frame, purpose, suspectPairs: suspectPairs(candidates), planned };
  const steps: PlanStep[] = [];
  const refused: PlanRefusal[] = [];
  for (const candidate of candidates) {
    const { finding, package: content } = candidate;
    const { dp } = finding;
    const chosen = choose(purpose, candidate, context, sampled.get(dp) ?? 0);
    if (chosen.kind === 'none') {
      const { rule, reason } = chosen;
      refused.push({ ...namesOf(candidate), verdict: finding.verdict, rule, reason });
      continue;
    }
    const { action } = chosen;
    steps.push(stepOf(String(steps.length + 1), action, candidate, context, frame));
    planned.set(dp, (planned.get(dp) ?? 0) + (growthOf(action, finding.verdict, content?.bytes) ?? 0));
    if (action === 'validate' && suspicionOf(finding, candidate.sample) === 'unsampled')
      sampled.set(dp, (sampled.get(dp) ?? 0) + 1);
  }
  return planOf(purpose, steps, refused, frame);
};

type Choice =
  { readonly kind: 'action'; readonly action: PairAction } | ({ readonly kind: 'none' } & Refusal);

const choose = (
  purpose: PairPurpose,
  candidate: Candidate,
  context: GuardContext,
  sampled: number,
): Choice => {
  const wanted: Choice =
    purpose === 'repair'
      ? repairOf(candidate, sampled)
      : { kind: 'action', action: purpose === 'repairLibrary' ? 'redistribute' : purpose };
  if (wanted.kind === 'none') return wanted;
  const against = refusal(wanted.action, candidate, context);
  return against === undefined ? wanted : { kind: 'none', ...against };
};

/** Totals and hash of a plan whose steps and refusals are known. */
export const planOf = (
  purpose: PlanPurpose,
  steps: readonly PlanStep[],
  refused: readonly PlanRefusal[],
  frame: Pick<PlanFrame, 'siteCode' | 'caps' | 'notes' | 'lines' | 'now' | 'readAt'>,
): Plan => {
  const { siteCode, caps, notes, now: madeAt, readAt } = frame;
  const used = new Set(steps.map(({ dp }) => dp));
  return {
    hash: planHash([
      siteCode,
      purpose,
      madeAt,
      [caps.steps, caps.distributionPoints, caps.bytes, ...paceOf(caps)],
      steps.map(storedStep),
    ]),
    siteCode,
    caps,
    purpose,
    madeAt,
    readAt,
    steps,
    refused,
    notes,
    lines: frame.lines.filter(({ dp }) => used.has(dp)),
    totals: totalsOf(steps),
  };
};

/** Of validations of whole DPs; other plans have none. */
const paceOf = ({ dpsAtOnce, spreadMinutes }: RunCaps): readonly number[] =>
  dpsAtOnce === undefined && spreadMinutes === undefined ? [] : [dpsAtOnce ?? 0, spreadMinutes ?? 0];

export const totalsOf = (steps: readonly PlanStep[]): PlanTotals => ({
  packages: new Set(steps.map((step) => step.packageId).filter((id) => id !== '')).size,
  distributionPoints: new Set(steps.flatMap(({ dp, dpName, reaches }) => (dp === '' ? reaches : dpName)))
    .size,
  bytes: steps.reduce((sum, step) => sum + (step.bytes ?? 0), 0),
  stepsOfUnknownSize: steps.filter((step) => step.bytes === undefined).length,
});

const stepOf = (
  id: string,
  action: PairAction,
  candidate: Candidate,
  context: GuardContext,
  { neededBy }: PlanFrame,
): PlanStep => {
  const { finding, package: content, packageNow, pairNow, pullSources } = candidate;
  const sends = action === 'redistribute' || action === 'distribute';
  const needs = action === 'remove' ? [`${neededBy(finding.packageId)}.`] : [];
  return {
    id,
    action,
    ...namesOf(candidate),
    dp: finding.dp,
    nalPath: candidate.dp?.nalPath ?? finding.nalPath,
    siteCode: finding.siteCode,
    bytes: sends ? content?.bytes : 0,
    sourceDp: sends ? (pullSources.find(({ has }) => has === true)?.dp ?? pullSources[0]?.dp ?? '') : '',
    before: {
      state: pairNow.state,
      sourceVersion: packageNow?.sourceVersion,
      lastRefreshTime: pairNow.target?.lastRefresh,
    },
    verdict: finding.verdict,
    reason: finding.reason,
    truth: truthOf(finding),
    instead: insteadOf(action, candidate, context),
    cautions: [...needs, ...cautionsOf(action, candidate, context)],
    reaches: [],
  };
};

const namesOf = (candidate: Candidate): Pick<PlanStep, 'packageId' | 'packageName' | 'dpName'> => ({
  packageId: candidate.finding.packageId,
  packageName: packageNameOf(candidate),
  dpName: dpNameOf(candidate),
});
