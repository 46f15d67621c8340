import type { DpKey } from '../../../core/content/nalPath';
import { pairId, type PairId } from '../../../core/reconcile/pairId';
import type { DemoDp } from './demoDp';
import type { DemoPackage } from './demoPackage';
import type { SiteModel } from './siteModel';
import type { TrueContents } from './trueContent';
import type { Truth } from './truth';

/** How the lists of a DP disagree about a package; `notTargeted`: both have it, and the site does not know. */
export type Disagreement = 'onlyInWmi' | 'onlyInPkgLib' | 'notTargeted';

/** What the DPs' own lists say otherwise than the site. Everything else that lies on a DP is in both lists. */
export class Disagreements {
  private readonly byDp = new Map<DpKey, Map<string, Disagreement>>();

  add(dp: DpKey, packageId: string, how: Disagreement): void {
    const ofDp = this.byDp.get(dp) ?? new Map<string, Disagreement>();
    this.byDp.set(dp, ofDp.set(packageId, how));
  }

  of(dp: DpKey): ReadonlyMap<string, Disagreement> {
    return this.byDp.get(dp) ?? new Map();
  }

  /** A new distribution writes both lists. */
  mend(dp: DpKey, packageId: string): void {
    this.byDp.get(dp)?.delete(packageId);
  }
}

/**
 * Where lists differ from each other, validation says 2388: so these are strewn over DPs of that profile. Content
 * that the site does not target lies anywhere.
 */
export const planDisagreements = (site: SiteModel, truth: Truth, contents: TrueContents): Disagreements => {
  const planned = new Disagreements();
  const isKnown = (pair: PairId): boolean => truth.pairs.has(pair) || truth.notExpected.has(pair);
  for (const dp of site.dps.filter(({ isCloud }) => !isCloud)) {
    const random = site.random.fork(`lists of ${dp.server}`);
    const choose = (fits: (pair: PairId) => boolean, from: number, to: number): readonly DemoPackage[] =>
      random
        .shuffled(
          site.packages.filter((one) => one.special === undefined && fits(pairId(one.packageId, dp.key))),
        )
        .slice(0, random.int(from, to));
    if (dp.profile === 'listsDisagree') {
      const held = choose((pair) => truth.pairs.has(pair) && contents.of(pair).content !== 'absent', 4, 6);
      const half = held.length / 2;
      held.forEach(({ packageId }, at) =>
        planned.add(dp.key, packageId, at < half ? 'onlyInWmi' : 'onlyInPkgLib'),
      );
    }
    for (const { packageId } of choose((pair) => !isKnown(pair), 0, mostSurplus(dp)))
      planned.add(dp.key, packageId, 'notTargeted');
  }
  return planned;
};

const mostSurplus = ({ isSiteServer }: DemoDp): number => (isSiteServer ? 0 : 3);
