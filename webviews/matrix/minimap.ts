import { fitAxis, type AxisView } from './axisView';
import type { LoadedMatrix } from './loadedMatrix';
import type { MapLayout } from './mapLayout';
import { paintCells } from './paintCells';
import type { Palette } from './palette';

/** CSS pixels: at most so wide, and so far from the cells and the edge. */
const widest = 128;
const inset = 8;

interface Overview {
  readonly of: LoadedMatrix;
  readonly palette: Palette;
  readonly image: HTMLCanvasElement;
}

/** All cells, in the corner between the names, with a frame around those on screen. Worked out when they change. */
export class Minimap {
  private overview: Overview | undefined;

  paint(canvas: CanvasRenderingContext2D, layout: MapLayout, matrix: LoadedMatrix, palette: Palette): void {
    const { x, y, ratio } = layout;
    const [across, down] = [shareOf(x), shareOf(y)];
    if (across.length === 1 && down.length === 1) return;
    const width = Math.round(Math.min(widest * ratio, layout.left - 2 * inset * ratio));
    const height = Math.round(layout.top - 2 * inset * ratio);
    const image = this.imageOf(matrix, palette, width, height);
    const left = layout.left - inset * ratio - width;
    const top = inset * ratio;
    canvas.drawImage(image, left, top);
    canvas.strokeStyle = palette.dimText;
    canvas.lineWidth = ratio;
    canvas.strokeRect(left - 1.5 * ratio, top - 1.5 * ratio, width + 3 * ratio, height + 3 * ratio);
    canvas.strokeStyle = palette.text;
    canvas.lineWidth = 1.5 * ratio;
    canvas.strokeRect(
      left + across.start * width,
      top + down.start * height,
      Math.max(4 * ratio, across.length * width),
      Math.max(4 * ratio, down.length * height),
    );
  }

  private imageOf(matrix: LoadedMatrix, palette: Palette, width: number, height: number): HTMLCanvasElement {
    const known = this.overview;
    const fits = known?.image.width === width && known.image.height === height;
    if (fits && known.of === matrix && known.palette === palette) return known.image;
    const image = Object.assign(document.createElement('canvas'), { width, height });
    const pixels = new ImageData(width, height);
    const x = fitAxis(matrix.columns, width, Infinity);
    const y = fitAxis(matrix.rows, height, Infinity);
    paintCells(matrix.worst, x, y, palette.pixels, new Uint32Array(pixels.data.buffer));
    image.getContext('2d')?.putImageData(pixels, 0, 0);
    this.overview = { of: matrix, palette, image };
    return image;
  }
}

/** The part of an axis that is on screen, from 0 to 1. */
const shareOf = ({
  cells,
  scale,
  room,
  start,
}: AxisView): { readonly start: number; readonly length: number } => {
  const all = cells * scale;
  return { start: start / all, length: all - 1 <= room ? 1 : room / all };
};
