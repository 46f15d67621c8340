import {
  cellClass,
  cellOf,
  isShown,
  shownBit,
  type Cell,
  type CellClass,
} from '../../extension/core/matrix/cell';
import type { MatrixAxes, MatrixDp, MatrixPackage, MatrixView } from '../../extension/core/matrix/matrix';
import { pairId, type PairId } from '../../extension/core/reconcile/pairId';
import type { CellPlace } from './region';
import { WorstCells } from './worstCells';

/** A matrix that has come as a whole: rows are packages, columns DPs. */
export class LoadedMatrix {
  readonly rows: number;
  readonly columns: number;
  /** How many cells of each class the filter shows, whatever the legend hides. */
  readonly counts: ReadonlyMap<CellClass, number>;
  private readonly masked: Uint8Array;
  readonly worst: WorstCells;

  constructor(
    readonly axes: MatrixAxes,
    /** What its cells are cells of. */
    readonly view: MatrixView,
    /** As the host gave them, nothing hidden. */
    readonly cells: Uint8Array,
    /** Classes that the legend hides: their cells are drawn as what the filter does not show. */
    readonly hidden: ReadonlySet<CellClass>,
  ) {
    this.rows = axes.packages.length;
    this.columns = axes.dps.length;
    const bytes = countBytes(cells);
    this.counts = countClasses(bytes);
    this.masked = hidden.size === 0 ? cells : mask(cells, hidden);
    this.worst = new WorstCells(this.columns, this.masked);
  }

  hiding(hidden: ReadonlySet<CellClass>): LoadedMatrix {
    return new LoadedMatrix(this.axes, this.view, this.cells, hidden);
  }

  cell(place: CellPlace): Cell {
    return cellOf(this.byte(place));
  }

  /** The byte of a cell as it is drawn (core/matrix/cell). */
  byte({ row, column }: CellPlace): number {
    return this.masked[row * this.columns + column] ?? 0;
  }

  bytesOfRow(row: number): Uint8Array {
    return this.masked.subarray(row * this.columns, (row + 1) * this.columns);
  }

  package({ row }: Pick<CellPlace, 'row'>): MatrixPackage | undefined {
    return this.axes.packages[row];
  }

  dp({ column }: Pick<CellPlace, 'column'>): MatrixDp | undefined {
    return this.axes.dps[column];
  }

  pair(place: CellPlace): PairId | undefined {
    const content = this.package(place);
    const dp = this.dp(place);
    return content === undefined || dp === undefined ? undefined : pairId(content.packageId, dp.key);
  }

  /** Rows and columns mean the same in both. */
  isLaidOutLike({ axes }: LoadedMatrix): boolean {
    const { packages, dps } = this.axes;
    return (
      packages.length === axes.packages.length &&
      dps.length === axes.dps.length &&
      packages.every(({ packageId }, row) => packageId === axes.packages[row]?.packageId) &&
      dps.every(({ key }, column) => key === axes.dps[column]?.key)
    );
  }

  /** Where this one has what the other has at a place; undefined when it has not. */
  placeFrom(other: LoadedMatrix, place: CellPlace): CellPlace | undefined {
    const row = this.axes.packages.findIndex(
      ({ packageId }) => packageId === other.package(place)?.packageId,
    );
    const column = this.axes.dps.findIndex(({ key }) => key === other.dp(place)?.key);
    return row < 0 || column < 0 ? undefined : { row, column };
  }
}

const bytes = 2 * shownBit;

const countBytes = (cells: Uint8Array): Uint32Array => {
  const counts = new Uint32Array(bytes);
  for (const byte of cells) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
};

const countClasses = (counts: Uint32Array): ReadonlyMap<CellClass, number> => {
  const byClass = new Map<CellClass, number>();
  for (const [byte, count] of counts.entries()) {
    const found = isShown(byte) ? cellClass(cellOf(byte)) : undefined;
    if (found !== undefined && count > 0) byClass.set(found, (byClass.get(found) ?? 0) + count);
  }
  return byClass;
};

const mask = (cells: Uint8Array, hidden: ReadonlySet<CellClass>): Uint8Array => {
  const drawn = Uint8Array.from({ length: bytes }, (_, byte) => {
    const found = cellClass(cellOf(byte));
    return found !== undefined && hidden.has(found) ? byte & (shownBit - 1) : byte;
  });
  return cells.map((byte) => drawn[byte] ?? 0);
};
