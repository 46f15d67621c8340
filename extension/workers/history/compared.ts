import {
  changeAt,
  changeKinds,
  diffSnapshots,
  type ChangeKind,
  type PairChange,
} from '../../core/history/diffSnapshots';
import type { Snapshot } from '../../core/history/snapshot';
import type { ComparedPage, Comparison } from '../../core/history/kept';

const largestPage = 500;

/** Two snapshots side by side, kept for the next page of their changes. */
export class Compared {
  private readonly changes: readonly PairChange[];

  constructor(
    private readonly of: Comparison,
    from: Snapshot,
    to: Snapshot,
  ) {
    const diff = diffSnapshots(from, to);
    this.changes = Array.from(diff.places, (_, index) => changeAt(diff, index)).filter(
      ({ dp }) => of.dp === undefined || dp === of.dp,
    );
  }

  isOf({ from, to, dp }: Comparison): boolean {
    return from === this.of.from && to === this.of.to && dp === this.of.dp;
  }

  /** New problems first, then what was cleared, then the rest. */
  page(kinds: readonly ChangeKind[], offset: number, limit: number): ComparedPage {
    const byKind = (kind: ChangeKind): readonly PairChange[] =>
      this.changes.filter((change) => change.kind === kind);
    const lists = { new: byKind('new'), cleared: byKind('cleared'), changed: byKind('changed') };
    const shown = changeKinds.filter((kind) => kinds.length === 0 || kinds.includes(kind));
    const rows = shown.flatMap((kind) => lists[kind]);
    return {
      counts: { new: lists.new.length, cleared: lists.cleared.length, changed: lists.changed.length },
      total: rows.length,
      rows: rows.slice(offset, offset + Math.min(limit, largestPage)),
    };
  }
}
