import type { PlanStep } from '../core/redistribute/plan';
import type { Cim, CimTarget } from '../ports/cim';

/** What a write came to, before it is given a time. */
export type WriteResult =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly cause: string }
  | { readonly kind: 'skipped'; readonly cause: string };

const className = 'SMS_DistributionPoint';

/** Status of an instance that the site is removing (SDK, SMS_DistributionPoint). */
const statusDeleted = 3;

/**
 * Asks the provider for one step on one package and DP, by the instance's exact keys, after reading that
 * instance again: what has gone since the plan was made is skipped. Throws CimError.
 */
export const writePair = async (
  cim: Cim,
  provider: CimTarget,
  step: PlanStep & { readonly action: 'redistribute' | 'validate' | 'cancel' },
  signal: AbortSignal,
): Promise<WriteResult> => {
  const path = {
    className,
    keys: { PackageID: step.packageId, ServerNALPath: step.nalPath, SiteCode: step.siteCode },
  };
  const instance = await cim.get(provider, path, signal);
  if (instance === undefined)
    return { kind: 'skipped', cause: 'The package is no longer targeted to this DP.' };
  if (instance.Status === statusDeleted)
    return { kind: 'skipped', cause: 'The package is being removed from this DP.' };
  if (step.action === 'redistribute') {
    await cim.put(provider, path, { RefreshNow: true }, signal);
    return { kind: 'accepted' };
  }
  const method = step.action === 'validate' ? 'VerifyPackage' : 'CancelDistribution';
  const keys = { PackageId: step.packageId, NALPath: step.nalPath };
  const { returnValue } = await cim.invoke(provider, className, method, keys, signal);
  return returnValue === 0
    ? { kind: 'accepted' }
    : {
        kind: 'failed',
        cause: `${method} returned ${returnValue}. Look for the package in SmsProv.log of ${provider.computer}.`,
      };
};
