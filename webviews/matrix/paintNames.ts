import { pixelOf, visibleCells, type AxisView } from './axisView';
import type { LoadedMatrix } from './loadedMatrix';
import type { MapLayout } from './mapLayout';
import type { Palette } from './palette';
import type { CellPlace } from './region';

/** Names stand at least this many CSS pixels apart: where cells are smaller, some stand for many. */
const spacing = 15;
const gap = 8;

type Canvas = CanvasRenderingContext2D;

export interface NamesFont {
  readonly family: string;
  /** CSS pixels. */
  readonly size: number;
}

/** Draws the names of packages and DPs beside the cells: they stay while the cells move. */
export const paintNames = (
  canvas: Canvas,
  layout: MapLayout,
  palette: Palette,
  matrix: LoadedMatrix,
  pointed: CellPlace | undefined,
  { family, size }: NamesFont,
): void => {
  const { left, top, x, y, ratio } = layout;
  canvas.font = `${size * ratio}px ${family}`;
  canvas.textBaseline = 'middle';
  canvas.textAlign = 'right';
  const place = gap * ratio;
  for (const row of namedCells(y, spacing * ratio, pointed?.row)) {
    canvas.fillStyle = row === pointed?.row ? palette.text : palette.dimText;
    const at = top + Math.max(pixelOf(y, row) + y.scale / 2, 0);
    canvas.fillText(fitText(canvas, matrix.package({ row })?.name ?? '', left - 2 * place), left - place, at);
  }
  canvas.textAlign = 'left';
  for (const column of namedCells(x, spacing * ratio, pointed?.column)) {
    canvas.fillStyle = column === pointed?.column ? palette.text : palette.dimText;
    canvas.save();
    canvas.translate(left + pixelOf(x, column) + x.scale / 2, top - place);
    canvas.rotate(-Math.PI / 2);
    canvas.fillText(fitText(canvas, hostOf(matrix.dp({ column })?.name ?? ''), top - 2 * place), 0, 0);
    canvas.restore();
  }
};

/** The cells whose names there is room for, and the one under the pointer instead of its neighbours. */
export const namedCells = (axis: AxisView, least: number, pointed: number | undefined): readonly number[] => {
  const [first, end] = visibleCells(axis);
  const every = Math.max(1, Math.ceil(least / axis.scale));
  const named: number[] = [];
  for (let cell = Math.ceil(first / every) * every; cell < end; cell += every)
    if (pointed === undefined || Math.abs(cell - pointed) * axis.scale >= least) named.push(cell);
  if (pointed !== undefined && pointed >= first && pointed < end) named.push(pointed);
  return named;
};

/** Without its domain: the tooltip has all of it. */
const hostOf = (name: string): string => name.split('.', 1)[0] ?? name;

/** The beginning of a text that fits, with an ellipsis. */
const fitText = (canvas: Canvas, text: string, width: number): string => {
  if (canvas.measureText(text).width <= width) return text;
  let [fits, fails] = [0, text.length];
  while (fits + 1 < fails) {
    const middle = (fits + fails) >> 1;
    if (canvas.measureText(`${text.slice(0, middle)}…`).width <= width) fits = middle;
    else fails = middle;
  }
  return `${text.slice(0, fits)}…`;
};
