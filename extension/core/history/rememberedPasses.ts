import type { DpKey } from '../content/nalPath';
import type { PairFacts, RememberedPass } from '../reconcile/pairFacts';
import { codesOf, noPairs, pairSet, type PairSet } from './pairSet';

/**
 * Pairs that a read found validated, with the passes that this rested on: a site deletes status messages by age, and
 * with them what it knows of these. Plainly validated pairs are not among them: their pass is the newest status of
 * the pair, which outlives its message.
 */
export interface RememberedPasses extends PairSet {
  /** One a pair. UTC epoch seconds, rounded down: no pass becomes newer than it was. */
  readonly seconds: Float64Array;
  /** Source version that each of `packages` had then. A pass speaks of no later one. */
  readonly versions: Float64Array;
}

export const noPasses: RememberedPasses = {
  ...noPairs,
  seconds: new Float64Array(),
  versions: new Float64Array(),
};

/** So many are remembered, the newest: about a megabyte of a snapshot. */
const most = 100_000;

export interface SeenPass {
  readonly packageId: string;
  readonly dp: DpKey;
  /** UTC epoch milliseconds. */
  readonly time: number;
}

/** @param versionOf the source version of a package; what has none is not remembered */
export const rememberPasses = (
  seen: readonly SeenPass[],
  versionOf: (packageId: string) => number | undefined,
): RememberedPasses => {
  const known = seen.filter(({ packageId }) => versionOf(packageId) !== undefined);
  const kept = known.length <= most ? known : known.toSorted((a, b) => b.time - a.time).slice(0, most);
  const { rows, ...pairs } = pairSet(kept);
  return {
    ...pairs,
    seconds: Float64Array.from(rows, (row) => Math.floor((kept[row]?.time ?? 0) / 1000)),
    versions: Float64Array.from(pairs.packages, (packageId) => versionOf(packageId) ?? 0),
  };
};

/**
 * Adds to a pair's facts the pass that is remembered of it.
 * @param oldestPass UTC epoch ms of the oldest 2384 that the site keeps: of the time since then, it tells by itself
 */
export const recaller = (
  passes: RememberedPasses,
  oldestPass: number | undefined,
): ((pair: PairFacts) => PairFacts) => {
  if (passes.places.length === 0) return (pair) => pair;
  const find = finder(passes);
  return (pair) => {
    const rememberedPass = find(pair);
    const isForgotten = rememberedPass !== undefined && rememberedPass.time < (oldestPass ?? Infinity);
    return isForgotten ? { ...pair, rememberedPass } : pair;
  };
};

const finder = ({
  packages,
  dps,
  places,
  seconds,
  versions,
}: RememberedPasses): ((pair: Pick<PairFacts, 'packageId' | 'dp'>) => RememberedPass | undefined) => {
  const packageCodes = codesOf(packages);
  const dpCodes = codesOf(dps);
  const indexes = new Map(Array.from(places, (place, index) => [place, index]));
  return ({ packageId, dp }) => {
    const packageCode = packageCodes.get(packageId);
    const dpCode = dpCodes.get(dp);
    if (packageCode === undefined || dpCode === undefined) return undefined;
    const second = seconds[indexes.get(packageCode * dps.length + dpCode) ?? -1];
    return second === undefined ? undefined : { time: second * 1000, version: versions[packageCode] };
  };
};
