import type { Tally } from '../reconcile/tally';

export interface TrendPoint {
  /** UTC epoch milliseconds of the site's time. */
  readonly time: number;
  readonly tally: Tally;
}

/**
 * At most `most` points, in their order: of neighbours the one with the most problems, so that none is hidden.
 * The first and the last stay.
 */
export const thinnedTrend = (points: readonly TrendPoint[], most: number): readonly TrendPoint[] => {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length <= most || first === undefined || last === undefined) return points;
  const inner = points.slice(1, -1);
  const buckets = Math.max(1, most - 2);
  const kept = Array.from({ length: buckets }, (_, bucket) =>
    inner
      .slice(
        Math.floor((bucket * inner.length) / buckets),
        Math.floor(((bucket + 1) * inner.length) / buckets),
      )
      .reduce<TrendPoint | undefined>(
        (worst, point) => (worst && worst.tally.problems >= point.tally.problems ? worst : point),
        undefined,
      ),
  ).filter((point) => point !== undefined);
  return [first, ...kept, last];
};
