import type { DpKey } from '../core/content/nalPath';
import type { SiteInventory } from '../core/content/siteInventory';
import { passId } from '../core/reconcile/messageIds';
import { pairId, type PairId } from '../core/reconcile/pairId';
import type { DpSample } from '../core/redistribute/suspicion';
import type { PlanSamplesRows } from './planSamples';

interface Result {
  readonly dp: DpKey;
  readonly time: number;
  readonly passed: boolean;
}

/**
 * The newest result of each package counts.
 * @param ends end of the suspect cycle of each DP: results of the cycle itself are no sample
 */
export const samplesOf = (
  checked: readonly PlanSamplesRows['checked'][],
  ends: ReadonlyMap<DpKey, number>,
  { distributionPoints }: SiteInventory,
): ReadonlyMap<DpKey, DpSample> => {
  const keys = new Map(distributionPoints.map(({ id, key }) => [id, key]));
  const newest = new Map<PairId, Result>();
  for (const { dpId, packageId, messageId, time } of checked) {
    const dp = keys.get(dpId);
    if (dp === undefined || packageId === undefined || time <= (ends.get(dp) ?? Infinity)) continue;
    const id = pairId(packageId, dp);
    if (time >= (newest.get(id)?.time ?? -Infinity))
      newest.set(id, { dp, time, passed: messageId === passId });
  }
  const samples = new Map(Array.from(ends, ([dp, since]) => [dp, { since, passed: 0, failed: 0 }]));
  for (const { dp, passed } of newest.values()) {
    const sample = samples.get(dp);
    if (sample !== undefined) sample[passed ? 'passed' : 'failed'] += 1;
  }
  return samples;
};
