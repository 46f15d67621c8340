import type { SiteInventory } from '../core/content/siteInventory';
import type { ContentScope } from '../core/reconcile/contentScope';
import { scopeTest } from '../core/reconcile/contentScope';
import type { LooseMessages } from '../core/reconcile/siteMarks';
import type { ContentAgainParameters } from './contentAgain';
import { recordList, wantedList, type WantedContent } from './textList';

/**
 * The parameters that ask for these scopes again. Status messages of a pair are sought by its package or by its DP,
 * whichever has more of the pairs: so the fewest others are looked at. Where these are many, all messages are read.
 * @returns undefined when a scope cannot be asked for by itself: of a DP that the inventory lacks
 */
export const wantedContent = (
  scopes: readonly ContentScope[],
  inventory: SiteInventory,
  { loose, samples }: LooseMessages,
): ContentAgainParameters | undefined => {
  const ids = new Map(inventory.distributionPoints.map(({ key, id }) => [key, id]));
  const ofPackage = count(scopes.map(({ packageId }) => packageId));
  const ofDp = count(scopes.map(({ dp }) => dp));
  const wanted: WantedContent[] = [];
  for (const { packageId = '', dp } of scopes) {
    const dpId = dp === undefined ? 0 : ids.get(dp);
    // A DP that is gone has no number: all of the package is read.
    if (packageId === '' && (dpId ?? 0) === 0) return undefined;
    const byPackage =
      (dpId ?? 0) === 0 || (packageId !== '' && (ofPackage.get(packageId) ?? 0) >= (ofDp.get(dp) ?? 0));
    wanted.push({ dpId: dpId ?? 0, packageId, sought: byPackage ? 'package' : 'dp' });
  }
  const isMuch = isMuchSought(wanted, inventory);
  const isWanted = scopeTest(scopes);
  const dps = new Set(scopes.map(({ dp }) => dp));
  const lists = {
    wanted: wantedList(
      isMuch ? wanted.map((one) => (isPair(one) ? { ...one, sought: 'all' } : one)) : wanted,
    ),
    // A mark of a cycle is of a DP alone.
    loose: recordList(
      loose
        .filter(({ dp, packageId }) => (packageId === undefined ? dps.has(dp) : isWanted(packageId, dp)))
        .map(({ recordId }) => recordId),
    ),
    samples: recordList(samples.filter(({ dp }) => dps.has(dp)).map(({ recordId }) => recordId)),
  };
  return {
    wanted: lists.wanted.text,
    wantedCount: lists.wanted.count,
    loose: lists.loose.text,
    looseCount: lists.loose.count,
    samples: lists.samples.text,
    samplesCount: lists.samples.count,
  };
};

/**
 * Most messages of a DP or a package announce a result, or are passes that a status tells: to look at those of a
 * quarter of the site takes as long as to read all others of the site (measured).
 */
const isMuchSought = (
  wanted: readonly WantedContent[],
  { distributionPoints, packages }: SiteInventory,
): boolean => {
  const dps = new Set(wanted.flatMap(({ dpId, sought }) => (sought === 'dp' ? [dpId] : [])));
  const ids = new Set(wanted.flatMap(({ packageId, sought }) => (sought === 'package' ? [packageId] : [])));
  const share = dps.size / distributionPoints.length + ids.size / packages.length;
  return dps.size + ids.size > 2 && share > 1 / 4;
};

/** Whole DPs and packages are sought by themselves: their messages are needed all. */
const isPair = ({ dpId, packageId }: WantedContent): boolean => dpId !== 0 && packageId !== '';

const count = <T>(values: readonly T[]): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
