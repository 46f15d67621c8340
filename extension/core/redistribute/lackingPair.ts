import type { DistributionPoint } from '../content/distributionPoint';
import type { Finding } from '../reconcile/finding';
import type { Verdict } from '../reconcile/verdict';

/** A package that a DP is to get, though no group asks for it there. */
export const lackingPair = (
  packageId: string,
  { key, nalPath, siteCode }: DistributionPoint,
  reason: string,
): Finding => ({
  packageId,
  dp: key,
  nalPath,
  siteCode,
  verdict: 'notTargeted',
  reason,
  since: undefined,
  lastResult: undefined,
  installed: undefined,
  disagrees: false,
  suspectCycle: false,
});

/** The DP is not given what another is about to lose, or what has nothing to give. */
const notHeld: ReadonlySet<Verdict> = new Set([
  'notTargeted',
  'dpGone',
  'deleted',
  'removing',
  'removeFailed',
  'noContent',
]);

/**
 * What a DP lacks of what another one has or is to have.
 * @param held all pairs of the other DP
 * @param own all pairs of the DP
 */
export const lackingOf = (
  held: Iterable<Finding>,
  own: Iterable<Finding>,
  dp: DistributionPoint,
  otherName: string,
): readonly Finding[] => {
  const there = new Map(Array.from(own, (finding) => [finding.packageId, finding]));
  return Array.from(held).flatMap(({ packageId, verdict }): Finding[] => {
    const known = there.get(packageId);
    if (notHeld.has(verdict) || (known !== undefined && known.verdict !== 'notTargeted')) return [];
    return [known ?? lackingPair(packageId, dp, `${otherName} has it, and this DP does not.`)];
  });
};
