/** One axis of the map, in device pixels: how much room it has, how large its cells are, where it is scrolled to. */
export interface AxisView {
  readonly cells: number;
  /** Pixels that show some of it. */
  readonly room: number;
  /** Pixels a cell; far below 1 when thousands are to be seen at once. */
  readonly scale: number;
  /** Pixels of the axis before the first visible one, whole, so that cells keep their pixels while it moves. */
  readonly start: number;
}

/** The whole axis, but cells no larger than `largest`. */
export const fitAxis = (cells: number, room: number, largest: number): AxisView => ({
  cells,
  room,
  scale: fitScale(cells, room, largest),
  start: 0,
});

const fitScale = (cells: number, room: number, largest: number): number =>
  cells === 0 ? largest : Math.min(largest, Math.max(1, room) / cells);

const lengthOf = ({ cells, scale }: Pick<AxisView, 'cells' | 'scale'>): number =>
  // Rounding must not make a pixel of nothing.
  Math.ceil(cells * scale - 1e-6);

const moved = (axis: AxisView, start: number): AxisView => ({
  ...axis,
  start: Math.max(0, Math.min(Math.round(start), lengthOf(axis) - axis.room)),
});

/** Takes other room; a fitted axis stays fitted, another keeps its scale. */
export const resizeAxis = (axis: AxisView, cells: number, room: number, largest: number): AxisView => {
  const fitted = axis.scale <= fitScale(axis.cells, axis.room, largest);
  const least = fitScale(cells, room, largest);
  const scale = fitted ? least : Math.max(least, axis.scale);
  return moved({ cells, room, scale, start: 0 }, axis.start);
};

export const panAxis = (axis: AxisView, by: number): AxisView => moved(axis, axis.start + by);

/** Zooms; the point of the axis that is at this pixel stays there, as far as the ends let it. */
export const zoomAxis = (axis: AxisView, at: number, factor: number, largest: number): AxisView => {
  const least = fitScale(axis.cells, axis.room, largest);
  const scale = Math.max(least, Math.min(largest, axis.scale * factor));
  const point = (axis.start + at) / axis.scale;
  return moved({ ...axis, scale }, point * scale - at);
};

/** The cell at a pixel; undefined beside the axis. */
export const cellAt = (axis: AxisView, pixel: number): number | undefined => {
  const cell = Math.floor((axis.start + pixel) / axis.scale);
  return pixel < 0 || pixel >= axis.room || cell < 0 || cell >= axis.cells ? undefined : cell;
};

/** The nearest cell to a pixel, for a drag that has left the map; 0 when there is none. */
export const nearestCell = (axis: AxisView, pixel: number): number =>
  Math.max(0, Math.min(axis.cells - 1, Math.floor((axis.start + pixel) / axis.scale)));

/** Where a cell begins. */
export const pixelOf = ({ scale, start }: AxisView, cell: number): number => cell * scale - start;

/** Cells on screen, half-open. */
export const visibleCells = (axis: AxisView): readonly [first: number, end: number] => [
  Math.max(0, Math.floor(axis.start / axis.scale)),
  Math.min(axis.cells, Math.ceil((axis.start + axis.room) / axis.scale)),
];

/** Scrolls as little as it takes to show a cell. */
export const revealCell = (axis: AxisView, cell: number): AxisView => {
  const begin = cell * axis.scale;
  const end = begin + axis.scale;
  if (begin < axis.start) return moved(axis, Math.floor(begin));
  if (end > axis.start + axis.room) return moved(axis, Math.ceil(end - axis.room));
  return axis;
};

/**
 * The cells that a pixel of the room shows, half-open; none after the axis. Every cell on screen has a pixel, and
 * where pixels are larger than cells each cell has exactly one.
 */
export const cellsOfPixel = (axis: AxisView, pixel: number): readonly [first: number, end: number] => {
  const { cells, scale, start } = axis;
  const point = start + pixel;
  const length = lengthOf(axis);
  if (point >= length) return [0, 0];
  const cell = Math.min(cells - 1, Math.floor(point / scale));
  if (scale >= 1) return [cell, cell + 1];
  return [cell, point + 1 >= length ? cells : Math.floor((point + 1) / scale)];
};
