import type { DpKey } from '../../../core/content/nalPath';
import { pairId } from '../../../core/reconcile/pairId';
import type { Disagreements } from '../site/disagreements';
import type { SiteModel } from '../site/siteModel';
import type { TrueContents } from '../site/trueContent';
import type { Truth } from '../site/truth';

/** What is wrong with a package's .INI of PkgLib: it was cut off, or a folder stands in its place. */
export type IniDamage = 'cutOff' | 'folder';

/** What lies in the PkgLib of a DP and should not. */
export interface PlannedDamage {
  readonly inis: ReadonlyMap<string, IniDamage>;
  /** Files that are named like no package. */
  readonly strays: readonly string[];
}

const none: PlannedDamage = { inis: new Map(), strays: [] };

/**
 * Damage in content libraries, by DP. Validation does not mind it: an .INI that was cut off still has its name, and
 * a folder stands for a package that WMI does not list.
 */
export const planDamage = (
  site: SiteModel,
  { truth, contents }: { readonly truth: Truth; readonly contents: TrueContents },
  disagreements: Disagreements,
): ((dp: DpKey) => PlannedDamage) => {
  const planned = new Map<DpKey, PlannedDamage>();
  for (const dp of site.dps.filter(({ isCloud, isSiteServer }) => !isCloud && !isSiteServer)) {
    const random = site.random.fork(`damage of ${dp.server}`);
    const strays = random.chance(0.2) ? [`Copy of ${random.pick(site.packages).packageId}.INI`] : [];
    if (dp.profile !== 'listsDisagree') {
      if (strays.length > 0) planned.set(dp.key, { ...none, strays });
      continue;
    }
    const free = random
      .shuffled(site.packages)
      .filter(({ packageId, special }) => special === undefined && !disagreements.of(dp.key).has(packageId))
      .map(({ packageId }) => ({ packageId, pair: pairId(packageId, dp.key) }));
    const held = free.find(({ pair }) => truth.pairs.has(pair) && contents.of(pair).content === 'good');
    const unknown = free.find(({ pair }) => !truth.pairs.has(pair) && !truth.notExpected.has(pair));
    const inis = new Map<string, IniDamage>();
    if (held !== undefined) inis.set(held.packageId, 'cutOff');
    if (unknown !== undefined) inis.set(unknown.packageId, 'folder');
    planned.set(dp.key, { inis, strays: [...strays, 'PKGLIB~1.INI'] });
  }
  return (dp) => planned.get(dp) ?? none;
};
