import { sortedPlaces } from './sortKey';

/** What rows are sorted by: per row a code, per code its rank. Rank `known` is "unknown", which comes last. */
export interface Ranking {
  readonly codes: ArrayLike<number>;
  readonly ranks: Uint32Array;
  /** Number of ranks that known values have. */
  readonly known: number;
}

/** Ranks of texts, equal for equal texts; an empty text is unknown. */
export const rankTexts = (texts: readonly string[]): Omit<Ranking, 'codes'> => {
  const ranks = new Uint32Array(texts.length);
  let known = 0;
  let previous: string | undefined;
  const places = sortedPlaces(texts).filter((place) => texts[place] !== '');
  for (const place of places) {
    const text = texts[place];
    if (previous !== undefined && text !== previous) known++;
    ranks[place] = known;
    previous = text;
  }
  if (previous !== undefined) known++;
  for (const [place, text] of texts.entries()) if (text === '') ranks[place] = known;
  return { ranks, known };
};

/** Ranks of what is all known, equal where the comparison finds no difference. */
export const rankItems = <T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Omit<Ranking, 'codes'> => {
  const ranks = new Uint32Array(items.length);
  const sorted = [...items.entries()].sort(([, a], [, b]) => compare(a, b));
  let known = 0;
  let previous: T | undefined;
  for (const [place, item] of sorted) {
    if (previous !== undefined && compare(previous, item) !== 0) known++;
    ranks[place] = known;
    previous = item;
  }
  return { ranks, known: known + 1 };
};

/** Ranks of numbers, equal for equal numbers; NaN is unknown. */
export const rankNumbers = (numbers: Float64Array): Omit<Ranking, 'codes'> => {
  const distinct = numbers
    .slice()
    .sort()
    .filter((value, place, sorted) => !Number.isNaN(value) && value !== sorted[place - 1]);
  const ranks = new Uint32Array(numbers.length);
  for (let place = 0; place < numbers.length; place++) {
    const value = numbers[place] ?? NaN;
    ranks[place] = Number.isNaN(value) ? distinct.length : placeOf(distinct, value);
  }
  return { ranks, known: distinct.length };
};

const placeOf = (sorted: Float64Array, value: number): number => {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NaN) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Sorts row numbers by rank: stable and linear. Descending leaves the unknown at the end. */
export const sortByRank = (
  rows: Uint32Array,
  { codes, ranks, known }: Ranking,
  descending: boolean,
): Uint32Array => {
  const placeOfCode = descending ? ranks.map((rank) => (rank < known ? known - 1 - rank : rank)) : ranks;
  const starts = new Uint32Array(known + 2);
  for (const row of rows) {
    const next = (placeOfCode[codes[row] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const place = placeOfCode[codes[row] ?? 0] ?? 0;
    const at = starts[place] ?? 0;
    sorted[at] = row;
    starts[place] = at + 1;
  }
  return sorted;
};
