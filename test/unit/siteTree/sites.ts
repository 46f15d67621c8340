import type { SiteInventory } from '../../../extension/core/content/siteInventory';
import type { Finding } from '../../../extension/core/reconcile/finding';
import { tallies, type Tallies } from '../../../extension/core/reconcile/tallies';
import type { Verdict } from '../../../extension/core/reconcile/verdict';
import { SiteIndex } from '../../../extension/core/siteTree/siteIndex';
import { candidateOf, dpNamed, packageOf } from '../redistribute/candidates';

export interface SmallSite {
  readonly index: SiteIndex;
  readonly findings: readonly Finding[];
  readonly tallies: Tallies;
}

/** A site of these DPs and packages; `verdictOf` says how each package stands on each DP, undefined: not expected. */
export const siteOf = (
  dpNames: readonly string[],
  packageIds: readonly string[],
  verdictOf: (packageId: string, dpName: string) => Verdict | undefined,
  differences: Partial<SiteInventory> = {},
): SmallSite => {
  const inventory: SiteInventory = {
    siteCode: 'P01',
    siteName: 'Contoso',
    siteServer: 'site.contoso.com',
    distributionPoints: dpNames.map((name) => dpNamed(name)),
    groups: [],
    packages: packageIds.map((id) => packageOf(id)),
    readAt: 0,
    ...differences,
  };
  const findings = inventory.distributionPoints.flatMap((dp) =>
    packageIds.flatMap((packageId) => {
      const verdict = verdictOf(packageId, dp.serverName);
      return verdict === undefined ? [] : [candidateOf(packageId, dp, { verdict }).finding];
    }),
  );
  return {
    index: new SiteIndex(inventory),
    findings,
    tallies: tallies(inventory, { byDp: new Map(), byPackage: new Map() }, findings),
  };
};
