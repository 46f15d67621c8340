import type { SnapshotSpan } from './yesterday';

const day = 24 * 60 * 60 * 1000;

export interface Retention {
  /** Milliseconds in which all are kept; before that one a day. */
  readonly allFor: number;
  /** Milliseconds after which none is kept. */
  readonly longest: number;
  readonly mostBytes: number;
  readonly mostSnapshots: number;
}

export const defaultRetention: Retention = {
  allFor: 2 * day,
  longest: 90 * day,
  mostBytes: 50 * 1024 * 1024,
  mostSnapshots: 500,
};

export interface StoredSpan extends SnapshotSpan {
  readonly bytes: number;
}

/**
 * Those to let go. The newest always stays. When they are still too many or too large, those go first that
 * stand closest to the next one for their age, so that yesterday and last month are not lost to a busy hour.
 */
export const outlived = <S extends StoredSpan>(
  stored: readonly S[],
  { allFor, longest, mostBytes, mostSnapshots }: Retention,
): readonly S[] => {
  const sorted = stored.toSorted((a, b) => a.since - b.since);
  const newest = sorted.at(-1);
  if (newest === undefined) return [];
  const ageOf = ({ until }: S): number => newest.until - until;
  const kept = sorted.filter(
    (one, index) =>
      one === newest ||
      (ageOf(one) <= longest && (ageOf(one) <= allFor || !sameDay(one, sorted[index + 1] ?? newest))),
  );
  let bytes = kept.reduce((sum, one) => sum + one.bytes, 0);
  while (kept.length > 1 && (kept.length > mostSnapshots || bytes > mostBytes)) {
    const [dropped] = kept.splice(closest(kept, ageOf), 1);
    bytes -= dropped?.bytes ?? 0;
  }
  const staying = new Set(kept);
  return stored.filter((one) => !staying.has(one));
};

const sameDay = (a: SnapshotSpan, b: SnapshotSpan): boolean =>
  Math.floor(a.since / day) === Math.floor(b.since / day);

/** Index of the one whose gap to the next is smallest beside its age; never the newest. */
const closest = <S extends SnapshotSpan>(sorted: readonly S[], ageOf: (one: S) => number): number => {
  let found = 0;
  let smallest = Infinity;
  for (const [index, one] of sorted.slice(0, -1).entries()) {
    const gap = ((sorted[index + 1]?.since ?? 0) - one.since) / (ageOf(one) + 1);
    if (gap >= smallest) continue;
    smallest = gap;
    found = index;
  }
  return found;
};
