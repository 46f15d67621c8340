import { fitAxis, resizeAxis, type AxisView } from './axisView';

/** Where things are on the canvas, in device pixels. */
export interface MapLayout {
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
  /** Room for the names of packages, left of the cells, and of DPs above them. */
  readonly left: number;
  readonly top: number;
  readonly x: AxisView;
  readonly y: AxisView;
}

interface CssSize {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** Cells are not drawn larger than this many CSS pixels. */
export const largestCell = 26;

/** Room for names, CSS pixels. */
const names = { wide: 220, narrow: 110, above: 104 };

const margins = ({ width, ratio }: CssSize): { readonly left: number; readonly top: number } => ({
  left: Math.round((width < 560 ? names.narrow : names.wide) * ratio),
  top: Math.round(names.above * ratio),
});

const room = (size: CssSize): { readonly across: number; readonly down: number } => {
  const { left, top } = margins(size);
  return {
    across: Math.max(1, Math.round(size.width * size.ratio) - left),
    down: Math.max(1, Math.round(size.height * size.ratio) - top),
  };
};

/** All cells at once. */
export const fitLayout = (size: CssSize, rows: number, columns: number): MapLayout => {
  const { across, down } = room(size);
  const largest = largestCell * size.ratio;
  return layoutOf(size, fitAxis(columns, across, largest), fitAxis(rows, down, largest));
};

/** Another size, or other cells: what is seen stays where it can. */
export const resizeLayout = (layout: MapLayout, size: CssSize, rows: number, columns: number): MapLayout => {
  const { across, down } = room(size);
  const largest = largestCell * size.ratio;
  return layoutOf(
    size,
    resizeAxis(layout.x, columns, across, largest),
    resizeAxis(layout.y, rows, down, largest),
  );
};

const layoutOf = (size: CssSize, x: AxisView, y: AxisView): MapLayout => ({
  ratio: size.ratio,
  width: Math.round(size.width * size.ratio),
  height: Math.round(size.height * size.ratio),
  ...margins(size),
  x,
  y,
});
