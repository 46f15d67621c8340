import type { DistributionPoint } from '../content/distributionPoint';
import type { Circumstances } from '../redistribute/candidate';
import type { Refusal } from '../redistribute/guards';
import { planOf } from '../redistribute/makePlan';
import type { Plan, PlanRefusal, PlanStep } from '../redistribute/plan';

/** Plan of a validation of everything on these DPs. `now` is the site's time, UTC epoch milliseconds. */
export const planDpValidation = (
  dps: readonly DistributionPoint[],
  circumstances: Circumstances,
  now: number,
): Plan => {
  const steps: PlanStep[] = [];
  const refused: PlanRefusal[] = [];
  for (const dp of dps) {
    const against = refusalOf(dp, circumstances);
    const names = { packageId: '', packageName: '', dpName: dp.serverName, verdict: undefined };
    if (against !== undefined) refused.push({ ...names, ...against });
    else
      steps.push({
        action: 'validateDp',
        ...names,
        dp: dp.key,
        nalPath: dp.nalPath,
        siteCode: dp.siteCode,
        bytes: 0,
        reason: 'smsdpmon.exe reads and hashes all content on the DP.',
        cautions: cautionsOf(dp),
      });
  }
  return planOf('validateDp', steps, refused, now);
};

const refusalOf = (dp: DistributionPoint, { validating }: Circumstances): Refusal | undefined => {
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
