import type {
  MatrixAxes,
  MatrixTile,
  MatrixView,
  PackedTargets,
  TotalsPage,
  TotalsView,
} from '../core/matrix/matrix';

/** Findings as a matrix of packages and DPs. Requests reject with kind `filter` for one that does not parse. */
export interface FindingsMatrix {
  open(view: MatrixView, signal: AbortSignal): Promise<MatrixAxes>;
  /** Rows of the view as `open` gave it. Rejects with kind `stale` when it has changed since. */
  tile(
    view: MatrixView,
    stamp: number,
    first: number,
    count: number,
    signal: AbortSignal,
  ): Promise<MatrixTile>;
  totals(view: TotalsView, offset: number, limit: number, signal: AbortSignal): Promise<TotalsPage>;
  /** Tells validated cells from those that are not expected, until the whole site is read again. */
  setTargets(targets: PackedTargets, signal: AbortSignal): Promise<void>;
}
