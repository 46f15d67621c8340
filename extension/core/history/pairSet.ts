import type { DpKey } from '../content/nalPath';

/** Pairs of package and DP as columns: two sorted dictionaries, and a number a pair. */
export interface PairSet {
  /** Package IDs, sorted by code units, without duplicates; so are the DPs. */
  readonly packages: readonly string[];
  readonly dps: readonly DpKey[];
  /** Ascending: place of the package, times the number of DPs, plus place of the DP. */
  readonly places: Float64Array;
}

export const noPairs: PairSet = { packages: [], dps: [], places: new Float64Array() };

/** Pairs in any order, each at most once. `rows` gives for each place of the set the pair it was made of. */
export const pairSet = (
  pairs: readonly { readonly packageId: string; readonly dp: DpKey }[],
): PairSet & { readonly rows: Uint32Array } => {
  const packages = sortedTexts(pairs.map(({ packageId }) => packageId));
  const dps = sortedTexts(pairs.map(({ dp }) => dp));
  const packageCodes = codesOf(packages);
  const dpCodes = codesOf(dps);
  const unsorted = Float64Array.from(
    pairs,
    ({ packageId, dp }) => (packageCodes.get(packageId) ?? 0) * dps.length + (dpCodes.get(dp) ?? 0),
  );
  const rows = Uint32Array.from(pairs.keys()).sort((a, b) => (unsorted[a] ?? 0) - (unsorted[b] ?? 0));
  return { packages, dps, places: Float64Array.from(rows, (row) => unsorted[row] ?? 0), rows };
};

/** Those of the pairs that the test takes, by their place in the set. */
export const filterPairs = (pairs: PairSet, fits: (index: number) => boolean): PairSet => ({
  packages: pairs.packages,
  dps: pairs.dps,
  places: pairs.places.filter((_, index) => fits(index)),
});

export interface PlacedPair {
  readonly packageId: string;
  readonly dp: DpKey;
}

export const pairAt = ({ packages, dps }: Omit<PairSet, 'places'>, place: number): PlacedPair => {
  const packageId = packages[Math.floor(place / dps.length)];
  const dp = dps[place % dps.length];
  if (packageId === undefined || dp === undefined) throw new RangeError(`There is no pair at ${place}.`);
  return { packageId, dp };
};

export const sortedTexts = <T extends string>(texts: Iterable<T>): readonly T[] => [...new Set(texts)].sort();

export const codesOf = (texts: readonly string[]): ReadonlyMap<string, number> =>
  new Map(texts.map((text, code) => [text, code]));
