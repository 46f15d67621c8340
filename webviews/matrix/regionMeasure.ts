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

export interface Measure {
  readonly pairs: number;
  /** Sum of the known sizes. */
  readonly bytes: number;
}

export interface ClassMeasure extends Measure {
  readonly of: CellClass;
  /** By verdict, worst first. */
  readonly cells: readonly (readonly [Cell, Measure])[];
}

/** What a region amounts to: its cells that are shown. */
export interface RegionMeasure extends Omit<SelectionMeasure, 'acknowledged'> {
  /** Worst first. */
  readonly byClass: readonly ClassMeasure[];
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
    if (bytes === undefined) unknownSizes += shown;
  }
  const byCell = Array.from(perByte.pairs, (pairs, byte): readonly [Cell, Measure] => [
    cellOf(byte),
    { pairs, bytes: perByte.bytes[byte] ?? 0 },
  ])
    .filter(([, { pairs }]) => pairs > 0)
    .toReversed();
  return {
    ...sumOf(byCell),
    packages,
    dps: dps.reduce((sum, one) => sum + one, 0),
    unknownSizes,
    byVerdict: Object.fromEntries(
      byCell.flatMap(([cell, { pairs }]): [Verdict, number][] =>
        cell === 'none' || cell === 'open' ? [] : [[cell, pairs]],
      ),
    ),
    byClass: cellClasses
      .map((of) => byCell.filter(([cell]) => cellClass(cell) === of))
      .flatMap((some) => {
        const of = some[0] && cellClass(some[0][0]);
        return of === undefined ? [] : [{ of, ...sumOf(some), cells: some }];
      }),
  };
};

const sumOf = (some: readonly (readonly [Cell, Measure])[]): Measure => ({
  pairs: some.reduce((sum, [, { pairs }]) => sum + pairs, 0),
  bytes: some.reduce((sum, [, { bytes }]) => sum + bytes, 0),
});
