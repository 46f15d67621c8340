/** Messages that repeat, as numbers of the first and the last one. */
export interface Repetition {
  readonly first: number;
  readonly last: number;
}

const longestPeriod = 6;
const fewestTimes = 3;

/**
 * Where a message, or up to six that follow each other, are said three times or more in a row, within a stretch of
 * messages. `templateOf` gives a number for what a message says.
 */
export const repetitionsIn = (
  first: number,
  last: number,
  templateOf: (index: number) => number,
): readonly Repetition[] => {
  const found: Repetition[] = [];
  for (let at = first; at <= last;) {
    const end = repeatedTo(at, last, templateOf);
    if (end > at) found.push({ first: at, last: end });
    at = Math.max(end, at) + 1;
  }
  return found;
};

/** The end of the shortest block that repeats from here on; -1 when none does. */
const repeatedTo = (first: number, last: number, templateOf: (index: number) => number): number => {
  for (let period = 1; period <= longestPeriod; period++) {
    let end = first + period;
    while (end <= last && templateOf(end) === templateOf(end - period)) end++;
    const times = Math.floor((end - first) / period);
    if (times >= fewestTimes) return first + times * period - 1;
  }
  return -1;
};
