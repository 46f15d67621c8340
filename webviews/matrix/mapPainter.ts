import type { LoadedMatrix } from './loadedMatrix';
import type { MapLayout } from './mapLayout';
import { Minimap } from './minimap';
import { paintCells } from './paintCells';
import { paintMarks } from './paintMarks';
import { paintNames, type NamesFont } from './paintNames';
import type { Palette } from './palette';
import type { CellPlace, Region } from './region';

export interface MapScene {
  readonly matrix: LoadedMatrix;
  readonly layout: MapLayout;
  readonly palette: Palette;
  readonly region: Region | undefined;
  /** The cell of the keyboard, while the map has it. */
  readonly cursor: CellPlace | undefined;
  /** The cell under the pointer, or else the cursor: its names stand out. */
  readonly pointed: CellPlace | undefined;
  readonly font: NamesFont;
}

/** Draws the map. Keeps what the next drawing can use again. */
export class MapPainter {
  private image: ImageData | undefined;
  private readonly minimap = new Minimap();

  paint(canvas: CanvasRenderingContext2D, scene: MapScene): void {
    const { matrix, layout, palette, region, cursor, pointed, font } = scene;
    canvas.fillStyle = palette.background;
    canvas.fillRect(0, 0, layout.width, layout.height);
    const { room: width } = layout.x;
    const { room: height } = layout.y;
    if (this.image?.width !== width || this.image.height !== height)
      this.image = new ImageData(width, height);
    paintCells(matrix.worst, layout.x, layout.y, palette.pixels, new Uint32Array(this.image.data.buffer));
    canvas.putImageData(this.image, layout.left, layout.top);
    paintMarks(canvas, layout, palette, matrix, { region, cursor });
    paintNames(canvas, layout, palette, matrix, pointed, font);
    this.minimap.paint(canvas, layout, matrix, palette);
  }
}
