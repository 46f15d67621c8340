import type { DpKey } from '../content/nalPath';
import type { ChangeKind, PairChange } from './diffSnapshots';
import type { TrendPoint } from './trend';
import type { SnapshotSpan } from './yesterday';

/** A snapshot that is kept: the reads that gave it, in the site's time, and its bytes. */
export interface KeptSnapshot extends SnapshotSpan {
  readonly id: string;
  readonly bytes: number;
}

/** A kept snapshot with what it counted, of the site or of one DP. */
export interface ToldSnapshot extends KeptSnapshot {
  readonly point: TrendPoint;
}

export interface Comparison {
  /** Ids of the snapshots, the older one first. */
  readonly from: string;
  readonly to: string;
  /** undefined: the whole site. */
  readonly dp: DpKey | undefined;
  /** Empty: all kinds. */
  readonly kinds: readonly ChangeKind[];
}

export interface ComparedPage {
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Of the kinds asked for. */
  readonly total: number;
  readonly rows: readonly PairChange[];
}
