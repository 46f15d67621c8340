import type { DpKey } from '../content/nalPath';
import { emptyTally, type Tally } from '../reconcile/tally';
import { verdicts } from '../reconcile/verdict';
import { snapshotVersion, tallyFields } from './encodeSnapshot';
import { noPasses, type RememberedPasses } from './rememberedPasses';
import type { Snapshot } from './snapshot';

/** A text that is no snapshot, or one of another version. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

type Json = Readonly<Record<string, unknown>>;

/** @throws SnapshotError for anything that encodeSnapshot has not written */
export const decodeSnapshot = (text: string): Snapshot => {
  const encoded = parse(text);
  if (encoded['version'] !== snapshotVersion) throw new SnapshotError('It is of another version.');
  const classes = texts(encoded['classes']);
  const tallied = texts(encoded['tallied']);
  const tallies = list(encoded['tallies']);
  const packages = names(encoded['packages']);
  const dps = names(encoded['dps']) as readonly DpKey[];
  return {
    packages,
    dps,
    ...pairsOf(encoded['pairs'], packages.length * dps.length),
    site: tallyOf(classes, encoded['site']),
    byDp: new Map(tallied.map((dp, index) => [dp as DpKey, tallyOf(classes, tallies[index])])),
    passes: encoded['passes'] === undefined ? noPasses : passesOf(record(encoded['passes'])),
  };
};

const pairsOf = (encoded: unknown, end: number): Pick<Snapshot, 'places' | 'verdictOf'> => {
  const pairs: { readonly place: number; readonly verdict: number }[] = [];
  for (const [name, deltas] of Object.entries(record(encoded))) {
    const verdict = verdicts.findIndex((one) => one === name);
    if (verdict < 0) throw new SnapshotError(`${name} is no verdict.`);
    let place = 0;
    for (const delta of numbers(deltas)) {
      place += delta;
      if (place >= end) throw new SnapshotError('A pair is out of range.');
      pairs.push({ place, verdict });
    }
  }
  pairs.sort((a, b) => a.place - b.place);
  if (pairs.some(({ place }, index) => pairs[index + 1]?.place === place))
    throw new SnapshotError('A pair stands there twice.');
  return {
    places: Float64Array.from(pairs, ({ place }) => place),
    verdictOf: Uint8Array.from(pairs, ({ verdict }) => verdict),
  };
};

const passesOf = (encoded: Json): RememberedPasses => {
  const packages = names(encoded['packages']);
  const dps = names(encoded['dps']) as readonly DpKey[];
  const versions = numbers(encoded['versions']);
  const deltas = numbers(encoded['places']);
  const [since = 0] = numbers([encoded['since']]);
  const later = numbers(encoded['later']);
  if (versions.length !== packages.length || later.length !== deltas.length)
    throw new SnapshotError('Its passes are not whole.');
  let place = 0;
  const places = Float64Array.from(deltas, (delta) => (place += delta));
  if (place >= Math.max(1, packages.length * dps.length) || deltas.indexOf(0, 1) >= 0)
    throw new SnapshotError('A pass is out of range.');
  return {
    packages,
    dps,
    places,
    seconds: Float64Array.from(later, (seconds) => since + seconds),
    versions: Float64Array.from(versions),
  };
};

/** A class that the file does not know yet is 0. */
const tallyOf = (classes: readonly string[], encoded: unknown): Tally => {
  const counts = numbers(encoded);
  const known = tallyFields.map((field) => [field, counts[classes.indexOf(field)] ?? 0] as const);
  return { ...emptyTally, ...(Object.fromEntries(known) as Partial<Tally>) };
};

const parse = (text: string): Json => {
  try {
    return record(JSON.parse(text) as unknown);
  } catch (error) {
    throw error instanceof SnapshotError ? error : new SnapshotError('It is cut off, or no JSON.');
  }
};

const record = (value: unknown): Json => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SnapshotError('An object was expected.');
  return value as Json;
};

const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new SnapshotError('A list was expected.');
  return value;
};

const texts = (value: unknown): readonly string[] => {
  const items = list(value);
  if (!items.every((item) => typeof item === 'string')) throw new SnapshotError('Texts were expected.');
  return items;
};

/** Sorted and different: everything that walks pairs side by side relies on it. */
const names = (value: unknown): readonly string[] => {
  const items = texts(value);
  if (items.some((item, index) => index > 0 && item <= (items[index - 1] ?? '')))
    throw new SnapshotError('Its names are not in order.');
  return items;
};

const numbers = (value: unknown): readonly number[] => {
  const items = list(value);
  if (!items.every((item) => Number.isSafeInteger(item) && Number(item) >= 0))
    throw new SnapshotError('Whole numbers were expected.');
  return items as readonly number[];
};
