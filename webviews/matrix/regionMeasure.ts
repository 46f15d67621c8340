import {
  cellClass,
  cellClasses,
  cellOf,
  isShown,
  type Cell,
  type CellClass,
} from '../../extension/core/matrix/cell';
import type { SelectionMeasure } from '../../extension/core/reconcile/findingRow';
import type { Verdict } from '../../extension/core/reconcile/verdict';
import type { LoadedMatrix } from './loadedMatrix';
import type { Region } from './region';

export interface ClassMeasure {
  readonly pairs: number;
  /** Sum of the known sizes. */
  readonly bytes: number;
}

/** What a region amounts to: its cells that are shown. */
export interface RegionMeasure extends SelectionMeasure {
  /** Worst first. */
  readonly byClass: readonly (readonly [CellClass, ClassMeasure])[];
}

export const measureRegion = (matrix: LoadedMatrix, { top, left, bottom, right }: Region): RegionMeasure => {
  const byCell = new Map<Cell, { pairs: number; bytes: number }>();
  const dps = new Set<number>();
  let packages = 0;
  let unknownSizes = 0;
  for (let row = top; row <= bottom; row++) {
    const bytes = matrix.package({ row })?.bytes;
    let shown = 0;
    for (let column = left; column <= right; column++) {
      const byte = matrix.byte({ row, column });
      if (!isShown(byte)) continue;
      const cell = cellOf(byte);
      const sum = byCell.get(cell) ?? { pairs: 0, bytes: 0 };
      byCell.set(cell, sum);
      sum.pairs++;
      sum.bytes += bytes ?? 0;
      dps.add(column);
      shown++;
    }
    if (shown > 0) packages++;
    if (bytes === undefined) unknownSizes += shown;
  }
  const sums = [...byCell.values()];
  return {
    pairs: sums.reduce((sum, { pairs }) => sum + pairs, 0),
    packages,
    dps: dps.size,
    bytes: sums.reduce((sum, { bytes }) => sum + bytes, 0),
    unknownSizes,
    byVerdict: Object.fromEntries(
      [...byCell].flatMap(([cell, { pairs }]): [Verdict, number][] =>
        cell === 'none' || cell === 'open' ? [] : [[cell, pairs]],
      ),
    ),
    byClass: cellClasses.flatMap((wanted) => {
      const some = [...byCell].filter(([cell]) => cellClass(cell) === wanted).map(([, sum]) => sum);
      const sum = {
        pairs: some.reduce((pairs, one) => pairs + one.pairs, 0),
        bytes: some.reduce((bytes, one) => bytes + one.bytes, 0),
      };
      return sum.pairs === 0 ? [] : [[wanted, sum] as const];
    }),
  };
};
