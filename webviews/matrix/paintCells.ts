import { cellsOfPixel, visibleCells, type AxisView } from './axisView';
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
  const [left, right] = visibleCells(x);
  const columns = Array.from({ length: x.room }, (_, pixel) => cellsOfPixel(x, pixel));
  const first = Uint32Array.from(columns, ([cell]) => cell);
  const end = Uint32Array.from(columns, ([, cell]) => cell);
  const worst = new Uint8Array(cells.columns);
  let [lastTop, lastBottom] = [-1, -1];
  for (let pixel = 0, at = 0; pixel < y.room; pixel++, at += x.room) {
    const [top, bottom] = cellsOfPixel(y, pixel);
    if (top === lastTop && bottom === lastBottom) pixels.copyWithin(at, at - x.room, at);
    else {
      cells.worstOfRows(top, bottom, left, right, worst);
      paintLine(worst, first, end, colours, pixels, at);
    }
    [lastTop, lastBottom] = [top, bottom];
  }
};

/** Columns of pixel p are those from `first[p]` until `end[p]`. */
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
