import type { DistributionPoint } from '../content/distributionPoint';
import type { DpKey } from '../content/nalPath';
import type { Package } from '../content/package';
import type { SiteInventory } from '../content/siteInventory';
import { pairId } from '../reconcile/pairId';
import type { Finding } from '../reconcile/finding';
import type { PackageNow, PairNow, PlaceNow, PlanFacts } from './planFacts';
import type { DpSample } from './suspicion';
import type { Trouble } from './troubles';

/** A DP that a pull DP fetches content from. */
export interface PullSource {
  readonly dp: DpKey;
  readonly dpName: string;
  /** It has the package installed; undefined: not known. */
  readonly has: boolean | undefined;
}

/** A pair chosen for a write, with what is known of its two ends. `undefined` was not read. */
export interface Candidate {
  readonly finding: Finding;
  readonly package: Package | undefined;
  readonly dp: DistributionPoint | undefined;
  /** How the pair, the package and the DP are at the moment of planning. */
  readonly pairNow: PairNow;
  readonly packageNow: PackageNow | undefined;
  readonly place: PlaceNow | undefined;
  /** Of a pull DP. */
  readonly pullSources: readonly PullSource[];
  readonly troubles: readonly Trouble[];
  /** Of a DP whose last cycle is suspect; undefined: no such, or not read. */
  readonly sample: DpSample | undefined;
  /** Names of the groups that ask for the package on the DP. */
  readonly groups: readonly string[];
}

const nothingThere: PairNow = { target: undefined, state: undefined, openJobs: 0 };

/** Each chosen pair once, in the order a reader expects: by DP, then by package. */
export const candidatesOf = (
  findings: readonly Finding[],
  inventory: SiteInventory,
  facts: PlanFacts,
): readonly Candidate[] => {
  const packages = new Map(inventory.packages.map((one) => [one.packageId, one]));
  const dps = new Map(inventory.distributionPoints.map((one) => [one.key, one]));
  const once = new Map(findings.map((finding) => [pairId(finding.packageId, finding.dp), finding]));
  const groupsOf = groupFinder(inventory);
  const { compare } = new Intl.Collator('en', { numeric: true });
  const sourcesOf = ({ packageId }: Finding, place: PlaceNow | undefined): readonly PullSource[] =>
    (place?.sources ?? []).map((dp) => ({
      dp,
      dpName: dps.get(dp)?.serverName ?? serverOf(dp),
      has: facts.onSources.get(pairId(packageId, dp)),
    }));
  return Array.from(once, ([id, finding]): Candidate => {
    const place = facts.places.get(finding.dp);
    return {
      finding,
      package: packages.get(finding.packageId),
      dp: dps.get(finding.dp),
      pairNow: facts.pairs.get(id) ?? nothingThere,
      packageNow: facts.packages.get(finding.packageId),
      place,
      pullSources: sourcesOf(finding, place),
      troubles: facts.troubles.of(finding.packageId, finding.dp),
      sample: facts.samples.get(finding.dp),
      groups: groupsOf(finding),
    };
  }).sort(
    (a, b) =>
      compare(dpNameOf(a), dpNameOf(b)) ||
      compare(packageNameOf(a), packageNameOf(b)) ||
      compare(a.finding.packageId, b.finding.packageId),
  );
};

const groupFinder = ({ groups }: SiteInventory): ((finding: Finding) => readonly string[]) => {
  const byDp = new Map<DpKey, { readonly name: string; readonly packageIds: ReadonlySet<string> }[]>();
  for (const { name, members, packageIds } of groups) {
    const group = { name, packageIds: new Set(packageIds) };
    for (const dp of members) byDp.set(dp, [...(byDp.get(dp) ?? []), group]);
  }
  return ({ dp, packageId }) =>
    (byDp.get(dp) ?? []).filter(({ packageIds }) => packageIds.has(packageId)).map(({ name }) => name);
};

const serverOf = (dp: DpKey): string => dp.slice(0, dp.lastIndexOf('|'));

/** The server's name; for a DP that was not read, the server part of its identity. */
export const dpNameOf = ({ dp, finding }: Pick<Candidate, 'dp' | 'finding'>): string =>
  dp?.serverName ?? serverOf(finding.dp);

export const packageNameOf = ({
  package: content,
  finding,
}: Pick<Candidate, 'package' | 'finding'>): string => content?.name ?? finding.packageId;
