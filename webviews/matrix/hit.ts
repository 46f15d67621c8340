import { cellAt, cellsOfPixel, nearestCell } from './axisView';
import type { LoadedMatrix } from './loadedMatrix';
import type { MapLayout } from './mapLayout';
import type { CellPlace } from './region';

/** What is at a point of the canvas: a cell, or the name of a row or of a column. */
export type Hit =
  | ({ readonly kind: 'cell' } & CellPlace)
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'column'; readonly column: number };

/** @param px, py device pixels from the canvas's corner */
export const hitAt = (layout: MapLayout, matrix: LoadedMatrix, px: number, py: number): Hit | undefined => {
  const { left, top, x, y } = layout;
  const column = cellAt(x, px - left);
  const row = cellAt(y, py - top);
  if (row !== undefined && column !== undefined)
    return { kind: 'cell', ...worstAt(layout, matrix, Math.floor(px - left), Math.floor(py - top)) };
  if (row !== undefined && px < left) return { kind: 'row', row };
  if (column !== undefined && py < top) return { kind: 'column', column };
  return undefined;
};

/** Of the cells that a pixel stands for the one that gave it its colour: that is what is pointed at. */
const worstAt = ({ x, y }: MapLayout, matrix: LoadedMatrix, px: number, py: number): CellPlace => {
  const [firstRow, endRow] = cellsOfPixel(y, py);
  const [firstColumn, endColumn] = cellsOfPixel(x, px);
  let worst = { row: firstRow, column: firstColumn };
  for (let row = firstRow; row < endRow; row++)
    for (let column = firstColumn; column < endColumn; column++)
      if (matrix.byte({ row, column }) > matrix.byte(worst)) worst = { row, column };
  return worst;
};

/** The cell nearest to a point, for a drag that goes on outside. */
export const nearestPlace = ({ left, top, x, y }: MapLayout, px: number, py: number): CellPlace => ({
  row: nearestCell(y, Math.max(0, Math.min(y.room - 1, py - top))),
  column: nearestCell(x, Math.max(0, Math.min(x.room - 1, px - left))),
});
