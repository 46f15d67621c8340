// A fixed amount of work for the processor. Other figures are given as multiples of it, so that they can be compared
// between machines and with a machine that is busy.
import type { Report } from '../support/bench/report';

export const name = 'yardstick';

/** Fills, sorts and groups 200,000 pseudo-random numbers: arrays, a map and strings, as our own code does. */
export const yardstick = (): number => {
  let state = 42;
  const numbers = Array.from(
    { length: 200_000 },
    () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648),
  );
  numbers.sort((a, b) => a - b);
  const groups = new Map<string, number>();
  for (const number of numbers) {
    const key = (number % 4096).toString(36);
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return groups.size;
};

export const run = async (report: Report): Promise<void> => {
  await report.time('sort and group 200,000 numbers', {}, yardstick);
};
