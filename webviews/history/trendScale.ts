export interface ChartPoint {
  /** UTC epoch milliseconds. */
  readonly time: number;
  readonly value: number;
}

/** Where points lie in a drawing of this size, from its top left corner. */
export interface TrendScale {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  /** Values to draw lines at, the lowest first. */
  readonly ticks: readonly number[];
}

/** @param most the highest value that there can be, if there is one */
export const trendScale = (
  points: readonly ChartPoint[],
  width: number,
  height: number,
  most = Infinity,
): TrendScale => {
  const times = points.map(({ time }) => time);
  const values = points.map(({ value }) => value);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const ticks = ticksOf(Math.min(...values), Math.max(...values), most);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return {
    x: (time) => (last > first ? ((time - first) / (last - first)) * width : width / 2),
    y: (value) => height - ((value - low) / (high - low)) * height,
    ticks,
  };
};

/** Three or four round values around all there are. */
const ticksOf = (lowest: number, highest: number, most: number): readonly number[] => {
  const step = roundStep(Math.max(highest - lowest, highest * 0.04, most === 1 ? 0.01 : 2) / 2);
  const from = Math.floor(lowest / step + 1e-9) * step;
  const ticks: number[] = [];
  for (let place = 0; place < 6; place++) {
    const tick = from + place * step;
    ticks.push(Math.min(tick, most));
    if (tick >= highest || tick >= most) break;
  }
  return ticks.length > 1 ? ticks : [Math.max(0, (ticks[0] ?? 0) - step), ticks[0] ?? step];
};

/** 1, 2 or 5 times a power of ten, not below the step. */
const roundStep = (step: number): number => {
  const power = 10 ** Math.floor(Math.log10(step));
  return ([1, 2, 5].find((factor) => factor * power >= step - 1e-12) ?? 10) * power;
};
