/** Where a bench file puts its figures; each is one line of output. */
export interface Report {
  /** Runs the task some times, awaits what it returns, and gives the median in milliseconds. */
  time(label: string, options: TimeOptions, task: () => unknown): Promise<number>;
  /** The same of times that were taken elsewhere, in milliseconds. */
  times(label: string, samples: readonly number[], budget?: number): number;
  /** A ratio of two figures of this run that must not fall below a bound. */
  atLeast(label: string, ratio: number, bound: number): void;
  /** A figure that is only told. */
  value(label: string, value: number, unit: string): void;
}

export interface TimeOptions {
  /** In milliseconds. The run fails at five times this: what is slower than that is a mistake, not a busy machine. */
  readonly budget?: number;
  /** How often to measure, after `warmUps` runs that are not. A slow task is measured less often, but three times. */
  readonly runs?: number;
  readonly warmUps?: number;
}

const failingFactor = 5;
const enoughMs = 10_000;

const timeOnce = async (task: () => unknown): Promise<number> => {
  const began = performance.now();
  await task();
  return performance.now() - began;
};

/** Milliseconds of each run, in rising order. */
export const measure = async (
  task: () => unknown,
  { runs = 9, warmUps = 2 }: Omit<TimeOptions, 'budget'> = {},
): Promise<readonly number[]> => {
  for (let run = 0; run < warmUps; run++) await task();
  const samples: number[] = [];
  const until = performance.now() + enoughMs;
  while (samples.length < runs && (samples.length < 3 || performance.now() < until)) {
    globalThis.gc?.();
    samples.push(await timeOnce(task));
  }
  return samples.sort((a, b) => a - b);
};

export const median = (sorted: readonly number[]): number => {
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
};

const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/** `failures` collects what must make the run fail. */
export const createReport = (
  print: (line: string) => void,
  yardstickMs: number,
  failures: string[],
): Report => {
  const line = (label: string, ...columns: readonly string[]) => {
    print(`  ${label.padEnd(48)}${columns.map((column) => column.padStart(20)).join('')}`.trimEnd());
  };
  const times: Report['times'] = (label, samples, budget) => {
    const sorted = samples.toSorted((a, b) => a - b);
    const middle = median(sorted);
    const spread = `${milliseconds(sorted[0] ?? middle)} - ${milliseconds(sorted.at(-1) ?? middle)}`;
    const limit = budget === undefined ? '' : `budget ${milliseconds(budget)}`;
    line(label, milliseconds(middle), spread, `${(middle / yardstickMs).toFixed(2)} yardsticks`, limit);
    if (budget !== undefined && middle > failingFactor * budget) {
      failures.push(`${label}: ${milliseconds(middle)} is over ${failingFactor} times its ${limit}`);
    }
    return middle;
  };
  return {
    times,
    time: async (label, { budget, ...options }, task) => times(label, await measure(task, options), budget),
    atLeast(label, ratio, bound) {
      line(label, `${ratio.toFixed(2)} x`, `at least ${bound} x`);
      if (ratio < bound) failures.push(`${label}: ${ratio.toFixed(2)} is less than ${bound}`);
    },
    value(label, value, unit) {
      line(label, `${value.toLocaleString('en')} ${unit}`);
    },
  };
};
