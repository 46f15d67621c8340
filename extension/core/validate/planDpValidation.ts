import type { DistributionPoint } from '../content/distributionPoint';
import type { DpKey } from '../content/nalPath';
import type { Refusal } from '../redistribute/guards';
import { planOf, type PlanFrame } from '../redistribute/makePlan';
import type { Plan, PlanRefusal, PlanStep } from '../redistribute/plan';

/** DPs whose content validation runs now. */
interface Validating {
  readonly validating: ReadonlySet<DpKey>;
}

/** Plan of a validation of everything on these DPs. */
export const planDpValidation = (
  dps: readonly DistributionPoint[],
  frame: Pick<PlanFrame, 'siteCode' | 'caps' | 'now' | 'readAt'> & Validating,
): Plan => {
  const steps: PlanStep[] = [];
  const refused: PlanRefusal[] = [];
  for (const dp of dps) {
    const against = refusalOf(dp, frame);
    const names = { packageId: '', packageName: '', dpName: dp.serverName, verdict: undefined };
    if (against !== undefined) refused.push({ ...names, ...against });
    else
      steps.push({
        id: String(steps.length + 1),
        action: 'validateDp',
        ...names,
        dp: dp.key,
        nalPath: dp.nalPath,
        siteCode: dp.siteCode,
        bytes: 0,
        sourceDp: '',
        before: { state: undefined, sourceVersion: undefined, lastRefreshTime: undefined },
        truth: 'v_DistributionPointInfo and the cycle marks of the DP',
        instead: 'Single packages are checked one by one, which takes longer for a whole DP.',
        reaches: [],
        reason: 'smsdpmon.exe reads and hashes all content on the DP.',
        cautions: cautionsOf(dp),
      });
  }
  return planOf('validateDp', steps, refused, { ...frame, notes: [], lines: [] });
};

const refusalOf = (dp: DistributionPoint, { validating }: Validating): Refusal | undefined => {
  if (dp.isCloud) return { rule: 'cloudDp', reason: 'A cloud DP has no content validation.' };
  if (dp.isSiteServer === true)
    return {
      rule: 'siteServerDp',
      reason:
        'Where smsdpmon.exe is on a site server is not documented. Validate its packages one by one, or in the console.',
    };
  if (validating.has(dp.key))
    return { rule: 'validationRunning', reason: 'Content validation runs on this DP now.' };
  return undefined;
};

const cautionsOf = (dp: DistributionPoint): readonly string[] => [
  ...(dp.isPullDp === true ? ['Pull DP: what it has not fetched yet is not validated.'] : []),
  ...(dp.validates === false
    ? ["Content validation is off in this DP's properties; this run is made once."]
    : []),
  ...(dp.isSiteServer === undefined
    ? ['It is not known whether this DP is on a site server, where smsdpmon.exe may be elsewhere.']
    : []),
];
