import type { DistributionPoint } from '../content/distributionPoint';
import type { DpKey } from '../content/nalPath';
import type { Package } from '../content/package';
import type { SiteInventory } from '../content/siteInventory';
import { pairId } from '../reconcile/pairId';
import type { Finding } from '../reconcile/finding';

/** A pair chosen for a write, with what is known of its two ends. `undefined` was not read. */
export interface Candidate {
  readonly finding: Finding;
  readonly package: Package | undefined;
  readonly dp: DistributionPoint | undefined;
}

/** What holds at the moment of planning, beyond the pairs themselves. */
export interface Circumstances {
  /** DPs whose content validation runs now. */
  readonly validating: ReadonlySet<DpKey>;
}

/** Each chosen pair once, in the order a reader expects: by DP, then by package. */
export const candidatesOf = (
  findings: readonly Finding[],
  inventory: SiteInventory,
): readonly Candidate[] => {
  const packages = new Map(inventory.packages.map((one) => [one.packageId, one]));
  const dps = new Map(inventory.distributionPoints.map((one) => [one.key, one]));
  const once = new Map(findings.map((finding) => [pairId(finding.packageId, finding.dp), finding]));
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...once.values()]
    .map((finding) => ({ finding, package: packages.get(finding.packageId), dp: dps.get(finding.dp) }))
    .sort(
      (a, b) =>
        compare(dpNameOf(a), dpNameOf(b)) ||
        compare(packageNameOf(a), packageNameOf(b)) ||
        compare(a.finding.packageId, b.finding.packageId),
    );
};

/** The server's name; for a DP that was not read, the server part of its identity. */
export const dpNameOf = ({ dp, finding }: Candidate): string =>
  dp?.serverName ?? finding.dp.slice(0, finding.dp.lastIndexOf('|'));

export const packageNameOf = ({ package: content, finding }: Candidate): string =>
  content?.name ?? finding.packageId;
