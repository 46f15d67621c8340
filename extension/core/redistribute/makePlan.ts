import { dpNameOf, packageNameOf, type Candidate, type Circumstances } from './candidate';
import { cautionsOf } from './cautions';
import { refusal, suspectPairs, type GuardContext, type PairAction } from './guards';
import type { Plan, PlanAction, PlanRefusal, PlanStep } from './plan';
import { planHash } from './planHash';

/** More than this nobody reviews, and a confirmation of it would confirm nothing. */
export const planLimit = 2_000;

/** Sorts the chosen pairs into steps and refusals. `now` is the site's time, UTC epoch milliseconds. */
export const makePlan = (
  action: PairAction,
  candidates: readonly Candidate[],
  circumstances: Circumstances,
  now: number,
): Plan => {
  const context: GuardContext = { ...circumstances, suspectPairs: suspectPairs(candidates) };
  const steps: PlanStep[] = [];
  const refused: PlanRefusal[] = [];
  for (const candidate of candidates) {
    const against = refusal(action, candidate, context);
    if (against === undefined) steps.push(stepOf(action, candidate));
    else refused.push({ ...namesOf(candidate), verdict: candidate.finding.verdict, ...against });
  }
  return planOf(action, steps, refused, now);
};

/** Totals and hash of a plan whose steps and refusals are known. */
export const planOf = (
  action: PlanAction,
  steps: readonly PlanStep[],
  refused: readonly PlanRefusal[],
  now: number,
): Plan => ({
  hash: planHash([action, now, steps, refused]),
  action,
  madeAt: now,
  steps,
  refused,
  totals: {
    packages: new Set(steps.map((step) => step.packageId).filter((id) => id !== '')).size,
    distributionPoints: new Set(steps.map((step) => step.dp)).size,
    bytes: steps.reduce((sum, step) => sum + (step.bytes ?? 0), 0),
    stepsOfUnknownSize: steps.filter((step) => step.bytes === undefined).length,
  },
});

const stepOf = (action: PairAction, candidate: Candidate): PlanStep => ({
  action,
  ...namesOf(candidate),
  dp: candidate.finding.dp,
  nalPath: candidate.finding.nalPath,
  siteCode: candidate.finding.siteCode,
  bytes: action === 'redistribute' ? candidate.package?.bytes : 0,
  verdict: candidate.finding.verdict,
  reason: candidate.finding.reason,
  cautions: cautionsOf(action, candidate),
});

const namesOf = (candidate: Candidate): Pick<PlanStep, 'packageId' | 'packageName' | 'dpName'> => ({
  packageId: candidate.finding.packageId,
  packageName: packageNameOf(candidate),
  dpName: dpNameOf(candidate),
});
