import type { DpKey } from '../content/nalPath';
import type { DpCycles } from './cycle';
import { keepsOlderCycles } from './rules/cycles';
import { sameValue } from './sameValue';
import type { SiteFacts } from './siteFacts';

/** Of what is all that a pair is graded by the same in two reads, but its own facts and the time? */
export interface Ground {
  readonly site: boolean;
  packageId(packageId: string): boolean;
  /** With its cycles. */
  dp(dp: DpKey): boolean;
}

export const sameGround = (before: SiteFacts, after: SiteFacts): Ground => ({
  site: isSameSite(before, after),
  packageId: sameEntries(
    before.inventory.packages.map((one) => [one.packageId, one]),
    after.inventory.packages.map((one) => [one.packageId, one]),
  ),
  dp: sameEntries(
    before.inventory.distributionPoints.map((dp) => [dp.key, [dp, cyclesOf(before, dp.key)]]),
    after.inventory.distributionPoints.map((dp) => [dp.key, [dp, cyclesOf(after, dp.key)]]),
  ),
});

const isSameSite = (before: SiteFacts, after: SiteFacts): boolean =>
  before.readAt <= after.readAt &&
  before.oldestPass === after.oldestPass &&
  (after.oldestPass === undefined ||
    keepsOlderCycles(before.cycles, after.oldestPass) === keepsOlderCycles(after.cycles, after.oldestPass)) &&
  sameValue(before.settings, after.settings) &&
  [...before.notRead].sort().join() === [...after.notRead].sort().join();

const cyclesOf = ({ cycles }: SiteFacts, dp: DpKey): DpCycles | undefined => cycles.get(dp);

/** Entries that are in neither are the same, too: nothing is known of them. */
const sameEntries = <K>(
  before: readonly (readonly [K, unknown])[],
  after: readonly (readonly [K, unknown])[],
): ((key: K) => boolean) => {
  const known = new Map(before);
  const present = new Set(after.map(([key]) => key));
  const other = new Set([
    ...after.filter(([key, value]) => !sameValue(known.get(key), value)).map(([key]) => key),
    ...before.filter(([key]) => !present.has(key)).map(([key]) => key),
  ]);
  return (key) => !other.has(key);
};
