import { cellClass, cellOf, isShown, type CellClass } from '../../extension/core/matrix/cell';
import { iconCharacter } from '../shared/icon';
import { pixelOf, visibleCells } from './axisView';
import { classIcons } from './classLook';
import type { LoadedMatrix } from './loadedMatrix';
import type { MapLayout } from './mapLayout';
import type { Palette } from './palette';
import type { CellPlace, Region } from './region';

/** Cells smaller than this many CSS pixels have no lines between them, or no icon. */
const leastForLines = 5;
const leastForIcons = 13;

type Canvas = CanvasRenderingContext2D;

/** Draws what stands on the cells: lines between them, icons, the region and the cursor. */
export const paintMarks = (
  canvas: Canvas,
  layout: MapLayout,
  palette: Palette,
  matrix: LoadedMatrix,
  marks: { readonly region: Region | undefined; readonly cursor: CellPlace | undefined },
): void => {
  canvas.save();
  canvas.beginPath();
  canvas.rect(layout.left, layout.top, layout.x.room, layout.y.room);
  canvas.clip();
  const scale = Math.min(layout.x.scale, layout.y.scale) / layout.ratio;
  if (scale >= leastForLines) paintLines(canvas, layout, palette);
  if (scale >= leastForIcons) paintIcons(canvas, layout, palette, matrix);
  if (marks.region !== undefined) paintFrame(canvas, layout, marks.region, palette.region, 1.5, palette);
  if (marks.cursor !== undefined) {
    const { row, column } = marks.cursor;
    const cell = { top: row, bottom: row, left: column, right: column };
    paintFrame(canvas, layout, cell, palette.cursor, 2, palette);
  }
  canvas.restore();
};

const paintLines = (canvas: Canvas, { left, top, x, y, ratio }: MapLayout, { line }: Palette): void => {
  const [firstColumn, endColumn] = visibleCells(x);
  const [firstRow, endRow] = visibleCells(y);
  const right = left + pixelOf(x, endColumn);
  const bottom = top + pixelOf(y, endRow);
  canvas.beginPath();
  for (let column = firstColumn; column <= endColumn; column++) {
    const at = Math.round(left + pixelOf(x, column)) - 0.5 * ratio;
    canvas.moveTo(at, top);
    canvas.lineTo(at, bottom);
  }
  for (let row = firstRow; row <= endRow; row++) {
    const at = Math.round(top + pixelOf(y, row)) - 0.5 * ratio;
    canvas.moveTo(left, at);
    canvas.lineTo(right, at);
  }
  canvas.strokeStyle = line;
  canvas.lineWidth = ratio;
  canvas.stroke();
};

/** Icons of all that is not in order: what has none is validated, or nothing to look at. */
const paintIcons = (canvas: Canvas, layout: MapLayout, palette: Palette, matrix: LoadedMatrix): void => {
  const { left, top, x, y, ratio } = layout;
  const size = Math.round(Math.min(16 * ratio, 0.72 * Math.min(x.scale, y.scale)));
  canvas.font = `${size}px codicon`;
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  const [firstColumn, endColumn] = visibleCells(x);
  const [firstRow, endRow] = visibleCells(y);
  for (let row = firstRow; row < endRow; row++)
    for (let column = firstColumn; column < endColumn; column++) {
      const found = iconClass(matrix.byte({ row, column }));
      if (found === undefined) continue;
      canvas.fillStyle = palette.icon[found];
      const [px, py] = [left + pixelOf(x, column + 0.5), top + pixelOf(y, row + 0.5)];
      canvas.fillText(iconCharacter(classIcons[found]), px, py);
    }
};

const iconClass = (byte: number): CellClass | undefined => {
  const found = isShown(byte) ? cellClass(cellOf(byte)) : undefined;
  return found === 'validated' ? undefined : found;
};

/** A frame that is seen on every colour: a line in the background's colour on both sides. */
const paintFrame = (
  canvas: Canvas,
  { left, top, x, y, ratio }: MapLayout,
  region: Region,
  colour: string,
  thickness: number,
  { background }: Palette,
): void => {
  // Beyond the canvas lies more than its numbers can hold.
  const clamp = (pixel: number, room: number): number => Math.max(-9, Math.min(room + 9, Math.round(pixel)));
  const from = {
    x: left + clamp(pixelOf(x, region.left), x.room),
    y: top + clamp(pixelOf(y, region.top), y.room),
  };
  const to = {
    x: left + clamp(pixelOf(x, region.right + 1), x.room),
    y: top + clamp(pixelOf(y, region.bottom + 1), y.room),
  };
  const width = Math.max(3 * ratio, to.x - from.x);
  const height = Math.max(3 * ratio, to.y - from.y);
  for (const [style, line] of [
    [background, thickness + 2],
    [colour, thickness],
  ] as const) {
    canvas.strokeStyle = style;
    canvas.lineWidth = line * ratio;
    canvas.strokeRect(from.x, from.y, width, height);
  }
};
