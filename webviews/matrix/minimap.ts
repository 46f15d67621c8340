import { fitAxis, type AxisView } from './axisView';
import type { LoadedMatrix } from './loadedMatrix';
import type { MapLayout } from './mapLayout';
import { paintCells } from './paintCells';
import type { Palette } from './palette';

/** CSS pixels. */
const size = { width: 96, height: 128, inset: 10 };

interface Overview {
  readonly of: LoadedMatrix;
  readonly palette: Palette;
  readonly ratio: number;
  readonly image: HTMLCanvasElement;
}

/** All cells in a corner, with a frame around those on screen. Drawn anew only when they change. */
export class Minimap {
  private overview: Overview | undefined;

  paint(canvas: CanvasRenderingContext2D, layout: MapLayout, matrix: LoadedMatrix, palette: Palette): void {
    const { x, y, ratio, width, height } = layout;
    if (shareOf(x).length === 1 && shareOf(y).length === 1) return;
    if (x.room < 3 * size.width * ratio || y.room < 2 * size.height * ratio) return;
    const image = this.imageOf(matrix, palette, ratio);
    const left = width - image.width - size.inset * ratio;
    const top = height - image.height - size.inset * ratio;
    canvas.fillStyle = palette.background;
    canvas.fillRect(left - 3 * ratio, top - 3 * ratio, image.width + 6 * ratio, image.height + 6 * ratio);
    canvas.drawImage(image, left, top);
    canvas.strokeStyle = palette.dimText;
    canvas.lineWidth = ratio;
    canvas.strokeRect(
      left - 1.5 * ratio,
      top - 1.5 * ratio,
      image.width + 3 * ratio,
      image.height + 3 * ratio,
    );
    const [across, down] = [shareOf(x), shareOf(y)];
    canvas.strokeStyle = palette.text;
    canvas.lineWidth = 1.5 * ratio;
    canvas.strokeRect(
      left + across.start * image.width,
      top + down.start * image.height,
      Math.max(4 * ratio, across.length * image.width),
      Math.max(4 * ratio, down.length * image.height),
    );
  }

  private imageOf(matrix: LoadedMatrix, palette: Palette, ratio: number): HTMLCanvasElement {
    const known = this.overview;
    if (known?.of === matrix && known.palette === palette && known.ratio === ratio) return known.image;
    const image = document.createElement('canvas');
    image.width = Math.round(size.width * ratio);
    image.height = Math.round(size.height * ratio);
    const pixels = new ImageData(image.width, image.height);
    const x = fitAxis(matrix.columns, image.width, Infinity);
    const y = fitAxis(matrix.rows, image.height, Infinity);
    paintCells(matrix.worst, x, y, palette.pixels, new Uint32Array(pixels.data.buffer));
    image.getContext('2d')?.putImageData(pixels, 0, 0);
    this.overview = { of: matrix, palette, ratio, image };
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
