import { codesOf, sortedTexts, type PairSet } from './pairSet';

export type MergedNames = Omit<PairSet, 'places'>;

/**
 * Walks two sets of pairs side by side, in order, in time that grows with their sizes alone. `visit` is given
 * the pair's place among the names of both, and its index in either set; -1: it is not in it.
 */
export const mergePairs = (
  a: PairSet,
  b: PairSet,
  visit: (place: number, inA: number, inB: number) => void,
): MergedNames => {
  const packages = sortedTexts([...a.packages, ...b.packages]);
  const dps = sortedTexts([...a.dps, ...b.dps]);
  const placesA = renumbered(a, { packages, dps });
  const placesB = renumbered(b, { packages, dps });
  for (let inA = 0, inB = 0; inA < placesA.length || inB < placesB.length;) {
    const left = placesA[inA] ?? Infinity;
    const right = placesB[inB] ?? Infinity;
    visit(Math.min(left, right), left <= right ? inA : -1, right <= left ? inB : -1);
    if (left <= right) inA++;
    if (right <= left) inB++;
  }
  return { packages, dps };
};

/** Both lists of names are sorted, so the order of the places stays. */
const renumbered = (pairs: PairSet, names: MergedNames): Float64Array => {
  const packageCodes = codesOf(names.packages);
  const dpCodes = codesOf(names.dps);
  const newPackages = pairs.packages.map((name) => packageCodes.get(name) ?? 0);
  const newDps = pairs.dps.map((name) => dpCodes.get(name) ?? 0);
  const width = pairs.dps.length;
  return pairs.places.map(
    (place) =>
      (newPackages[Math.floor(place / width)] ?? 0) * names.dps.length + (newDps[place % width] ?? 0),
  );
};
