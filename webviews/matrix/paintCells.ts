import { cellsOfPixels, visibleCells, type AxisView } from './axisView';
import type { WorstCells } from './worstCells';

/**
 * Colours each pixel by the worst of the cells that it shows.
 * @param colours by byte of a cell, as ImageData holds them (RGBA in memory order)
 * @param pixels `x.room` times `y.room`, row after row
 */
export const paintCells = (
  cells: WorstCells,
  x: AxisView,
  y: AxisView,
  colours: Uint32Array,
  pixels: Uint32Array,
): void => {
  const columns = cellsOfPixels(x);
  const rows = cellsOfPixels(y);
  const [left, right] = visibleCells(x);
  const worst = new Uint8Array(cells.columns);
  const width = x.room;
  for (let pixel = 0; pixel < y.room; pixel++) {
    const [first, end] = [rows.first[pixel] ?? 0, rows.end[pixel] ?? 0];
    const at = pixel * width;
    if (pixel > 0 && first === rows.first[pixel - 1] && end === rows.end[pixel - 1])
      pixels.copyWithin(at, at - width, at);
    else {
      cells.worstOfRows(first, end, left, right, worst);
      paintLine(worst, columns.first, columns.end, colours, pixels, at);
    }
  }
};

const paintLine = (
  worst: Uint8Array,
  first: Uint32Array,
  end: Uint32Array,
  colours: Uint32Array,
  pixels: Uint32Array,
  at: number,
): void => {
  for (let pixel = 0; pixel < first.length; pixel++) {
    const begin = first[pixel] ?? 0;
    const until = end[pixel] ?? 0;
    let found = begin === until ? 0 : (worst[begin] ?? 0);
    for (let column = begin + 1; column < until; column++) {
      const byte = worst[column] ?? 0;
      if (byte > found) found = byte;
    }
    pixels[at + pixel] = colours[found] ?? 0;
  }
};
