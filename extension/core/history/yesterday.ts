const hour = 60 * 60 * 1000;

/** "A day ago" is at least this long ago: whoever looks each morning is not always later than the day before. */
const aboutADay = 23 * hour;

/** A time from which on reads gave the same, to the last of them; UTC epoch milliseconds of the site's time. */
export interface SnapshotSpan {
  readonly since: number;
  readonly until: number;
}

/** The newest snapshot that held about a day ago or longer; undefined: none reaches back that far. */
export const yesterdayOf = <S extends SnapshotSpan>(snapshots: readonly S[], now: number): S | undefined =>
  snapshots
    .filter(({ since }) => since <= now - aboutADay)
    .reduce<S | undefined>((newest, one) => (newest && newest.since > one.since ? newest : one), undefined);

/** The time that such a snapshot speaks for. */
export const yesterdayTime = ({ until }: SnapshotSpan, now: number): number =>
  Math.min(until, now - aboutADay);

/** Reads that gave the same within this time are one snapshot. */
export const oneSpan = hour;
