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

/** What the pixels of the cells follow from; the same objects give the same pixels. */
type Drawn = Pick<MapScene, 'matrix' | 'palette'> & Pick<MapLayout, 'x' | 'y'>;

/** Draws the map. Keeps what the next drawing can use again: under a moving pointer, all of the cells. */
export class MapPainter {
  private image: ImageData | undefined;
  private drawn: Drawn | undefined;
  private readonly minimap = new Minimap();

  paint(canvas: CanvasRenderingContext2D, scene: MapScene): void {
    const { matrix, layout, palette, region, cursor, pointed, font } = scene;
    canvas.fillStyle = palette.background;
    canvas.fillRect(0, 0, layout.width, layout.height);
    canvas.putImageData(this.cells(scene), layout.left, layout.top);
    paintMarks(canvas, layout, palette, matrix, { region, cursor });
    paintNames(canvas, layout, palette, matrix, pointed, font);
    this.minimap.paint(canvas, layout, matrix, palette);
  }

  private cells({ matrix, palette, layout: { x, y } }: MapScene): ImageData {
    const { drawn } = this;
    if (this.image?.width !== x.room || this.image.height !== y.room)
      this.image = new ImageData(x.room, y.room);
    else if (drawn?.matrix === matrix && drawn.palette === palette && drawn.x === x && drawn.y === y)
      return this.image;
    paintCells(matrix.worst, x, y, palette.pixels, new Uint32Array(this.image.data.buffer));
    this.drawn = { matrix, palette, x, y };
    return this.image;
  }
}
