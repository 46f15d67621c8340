import { emptyTally, type Tally } from '../reconcile/tally';
import { verdicts } from '../reconcile/verdict';
import { sortedTexts } from './pairSet';
import type { RememberedPasses } from './rememberedPasses';
import type { Snapshot } from './snapshot';

export const snapshotVersion = 1;

/** A snapshot as JSON holds it. Equal snapshots are equal texts. */
export interface EncodedSnapshot {
  readonly version: typeof snapshotVersion;
  /** What the numbers of a tally are. */
  readonly classes: readonly string[];
  readonly site: readonly number[];
  readonly tallied: readonly string[];
  readonly tallies: readonly (readonly number[])[];
  readonly packages: readonly string[];
  readonly dps: readonly string[];
  /** By verdict: the place of its first pair, then how far each is from the one before. */
  readonly pairs: Readonly<Record<string, readonly number[]>>;
  /** Left out where there are none. */
  readonly passes?: EncodedPasses;
}

export interface EncodedPasses {
  readonly packages: readonly string[];
  readonly versions: readonly number[];
  readonly dps: readonly string[];
  /** The first place, then how far each is from the one before. */
  readonly places: readonly number[];
  /** UTC epoch seconds of the oldest, and how many seconds each is later. */
  readonly since: number;
  readonly later: readonly number[];
}

export const tallyFields = Object.keys(emptyTally) as readonly (keyof Tally)[];

export const encodeSnapshot = (snapshot: Snapshot): string => {
  const { site, byDp, packages, dps, passes } = snapshot;
  const tallied = sortedTexts(byDp.keys());
  const encoded: EncodedSnapshot = {
    version: snapshotVersion,
    classes: tallyFields,
    site: numbersOf(site),
    tallied,
    tallies: tallied.map((dp) => numbersOf(byDp.get(dp) ?? emptyTally)),
    packages,
    dps,
    pairs: encodePairs(snapshot),
    ...(passes.places.length > 0 ? { passes: encodePasses(passes) } : {}),
  };
  return JSON.stringify(encoded);
};

const numbersOf = (tally: Tally): readonly number[] => tallyFields.map((field) => tally[field]);

const encodePairs = ({ places, verdictOf }: Snapshot): EncodedSnapshot['pairs'] => {
  const lists = verdicts.map((): number[] => []);
  const last = verdicts.map(() => 0);
  for (const [index, place] of places.entries()) {
    const verdict = verdictOf[index] ?? 0;
    lists[verdict]?.push(place - (last[verdict] ?? 0));
    last[verdict] = place;
  }
  return Object.fromEntries(
    verdicts
      .map((verdict, code) => [verdict, lists[code] ?? []] as const)
      .filter(([, list]) => list.length > 0),
  );
};

const encodePasses = ({ packages, versions, dps, places, seconds }: RememberedPasses): EncodedPasses => {
  const since = seconds.reduce((oldest, second) => Math.min(oldest, second), Infinity);
  return {
    packages,
    versions: [...versions],
    dps,
    places: Array.from(places, (place, index) => place - (places[index - 1] ?? 0)),
    since,
    later: Array.from(seconds, (second) => second - since),
  };
};
