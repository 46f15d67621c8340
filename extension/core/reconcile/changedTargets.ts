import { DpNames } from '../content/dpNames';
import type { SiteInventory } from '../content/siteInventory';
import type { ContentScope } from './contentScope';
import type { SiteMarks, TargetStamp } from './siteMarks';

/**
 * Where targets came, went or are being removed: the DPs whose counts differ, or the packages, whichever are fewer
 * pairs to read again. A package that is distributed to all DPs changes the counts of all of them.
 * @returns undefined where a path that names no DP has other counts, and no package tells which pairs these are
 */
export const changedTargets = (
  before: SiteMarks,
  after: SiteMarks,
  inventory: SiteInventory,
): readonly ContentScope[] | undefined => {
  const paths = changedKeys(before.targetsByPath, after.targetsByPath);
  const packages = changedKeys(before.targetsByPackage, after.targetsByPackage);
  const ofPackages = packages.map((packageId) => ({ packageId }));
  if (paths.length === 0) return ofPackages;
  const names = new DpNames(inventory.distributionPoints);
  const dps = paths.map((path) => names.keyOf(path));
  const known = dps.filter((dp) => dp !== undefined);
  if (known.length < dps.length) return packages.length === 0 ? undefined : ofPackages;
  const inDps = sum(paths.map((path) => after.targetsByPath.get(path)));
  const inPackages = sum(packages.map((packageId) => after.targetsByPackage.get(packageId)));
  return packages.length > 0 && inPackages <= inDps ? ofPackages : known.map((dp) => ({ dp }));
};

/** All counts are as they were. */
export const sameStamps = (
  before: ReadonlyMap<string, TargetStamp>,
  after: ReadonlyMap<string, TargetStamp>,
): boolean => changedKeys(before, after).length === 0;

const changedKeys = (
  before: ReadonlyMap<string, TargetStamp>,
  after: ReadonlyMap<string, TargetStamp>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    return one?.targets !== other?.targets || one?.statuses !== other?.statuses;
  });

const sum = (stamps: readonly (TargetStamp | undefined)[]): number =>
  stamps.reduce((total, stamp) => total + (stamp?.targets ?? 1), 0);
