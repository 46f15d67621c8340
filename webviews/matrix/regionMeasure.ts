import {
  cellClass,
  cellClasses,
  cellOf,
  isShown,
  shownBit,
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
  const perByte = { pairs: new Float64Array(2 * shownBit), bytes: new Float64Array(2 * shownBit) };
  const inRow = new Uint32Array(2 * shownBit);
  const dps = new Uint8Array(matrix.columns);
  let packages = 0;
  let unknownSizes = 0;
  for (let row = top; row <= bottom; row++) {
    inRow.fill(0);
    const cells = matrix.bytesOfRow(row);
    for (let column = left; column <= right; column++) {
      const byte = cells[column] ?? 0;
      inRow[byte] = (inRow[byte] ?? 0) + 1;
      if (isShown(byte)) dps[column] = 1;
    }
    const bytes = matrix.package({ row })?.bytes;
    let shown = 0;
    for (let byte = shownBit; byte < inRow.length; byte++) {
      const pairs = inRow[byte] ?? 0;
      shown += pairs;
      perByte.pairs[byte] = (perByte.pairs[byte] ?? 0) + pairs;
      perByte.bytes[byte] = (perByte.bytes[byte] ?? 0) + pairs * (bytes ?? 0);
    }
    if (shown > 0) packages++;
    // JSON may have made null of undefined on its way.
    if (bytes == null) unknownSizes += shown;
  }
  const byCell = Array.from(perByte.pairs, (pairs, byte): readonly [Cell, ClassMeasure] => [
    cellOf(byte),
    { pairs, bytes: perByte.bytes[byte] ?? 0 },
  ]).filter(([, { pairs }]) => pairs > 0);
  const sums = byCell.map(([, sum]) => sum);
  return {
    pairs: sums.reduce((sum, { pairs }) => sum + pairs, 0),
    packages,
    dps: dps.reduce((sum, one) => sum + one, 0),
    bytes: sums.reduce((sum, { bytes }) => sum + bytes, 0),
    unknownSizes,
    byVerdict: Object.fromEntries(
      byCell.flatMap(([cell, { pairs }]): [Verdict, number][] =>
        cell === 'none' || cell === 'open' ? [] : [[cell, pairs]],
      ),
    ),
    byClass: cellClasses.flatMap((wanted) => {
      const some = byCell.filter(([cell]) => cellClass(cell) === wanted).map(([, sum]) => sum);
      const sum = {
        pairs: some.reduce((pairs, one) => pairs + one.pairs, 0),
        bytes: some.reduce((bytes, one) => bytes + one.bytes, 0),
      };
      return sum.pairs === 0 ? [] : [[wanted, sum] as const];
    }),
  };
};
