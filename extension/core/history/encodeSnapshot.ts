import { emptyTally, type Tally } from '../reconcile/tally';
import { verdicts } from '../reconcile/verdict';
import { sortedTexts } from './pairSet';
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
}

export const tallyFields = Object.keys(emptyTally) as readonly (keyof Tally)[];

export const encodeSnapshot = (snapshot: Snapshot): string => {
  const { site, byDp, packages, dps } = snapshot;
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
