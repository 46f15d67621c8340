import { hitAt, nearestPlace, type Hit } from './hit';
import type { LoadedMatrix } from './loadedMatrix';
import type { MapLayout } from './mapLayout';
import type { CellPlace } from './region';

/** What the pointer does to a map. */
export interface PointedMap {
  readonly layout: MapLayout | undefined;
  readonly matrix: LoadedMatrix;
  readonly canvas: HTMLCanvasElement | null;
  /** Press on a cell or a name. */
  press(hit: Hit, extend: boolean): void;
  dragTo(place: CellPlace): void;
  /** By device pixels. */
  pan(across: number, down: number): void;
  /** At a point of the canvas, device pixels. */
  zoom(px: number, py: number, factor: number): void;
  /** CSS pixels of the page; undefined: nothing is under the pointer. */
  hover(hit: Hit | undefined, clientX: number, clientY: number): void;
}

/** Zoom per CSS pixel of the wheel; a pinch comes as small steps with Ctrl. */
const wheelZoom = { turn: 0.0022, pinch: 0.012 };
const pixelsOfLine = 18;

/** Pointer and wheel on the map: drag selects, with space or the middle button it pans, the wheel zooms. */
export class MapPointer {
  private dragging: 'select' | 'pan' | undefined;
  private spaceIsDown = false;

  constructor(private readonly map: PointedMap) {}

  readonly down = (event: PointerEvent): void => {
    const { canvas } = this.map;
    if (canvas === null || (event.button !== 0 && event.button !== 1)) return;
    canvas.focus();
    const pans = event.button === 1 || this.spaceIsDown;
    const hit = this.hit(event);
    if (!pans && hit === undefined) return;
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
    if (pans) this.dragging = 'pan';
    else if (hit !== undefined) {
      this.dragging = hit.kind === 'cell' ? 'select' : undefined;
      this.map.press(hit, event.shiftKey);
    }
  };

  readonly move = (event: PointerEvent): void => {
    const { layout } = this.map;
    if (layout === undefined) return;
    const [px, py] = this.point(event);
    if (this.dragging === 'pan')
      this.map.pan(-event.movementX * layout.ratio, -event.movementY * layout.ratio);
    else if (this.dragging === 'select') this.map.dragTo(nearestPlace(layout, px, py));
    this.map.hover(this.dragging === 'pan' ? undefined : this.hit(event), event.clientX, event.clientY);
  };

  readonly up = (): void => {
    this.dragging = undefined;
  };

  readonly leave = (event: PointerEvent): void => this.map.hover(undefined, event.clientX, event.clientY);

  readonly wheel = (event: WheelEvent): void => {
    const { layout } = this.map;
    if (layout === undefined) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? pixelsOfLine : 1;
    const [across, down] = [event.deltaX * unit * layout.ratio, event.deltaY * unit * layout.ratio];
    if (event.shiftKey) this.map.pan(across === 0 ? down : across, 0);
    else if (event.altKey) this.map.pan(across, down);
    else if (Math.abs(across) > Math.abs(down)) this.map.pan(across, 0);
    else {
      const [px, py] = this.point(event);
      const rate = event.ctrlKey ? wheelZoom.pinch : wheelZoom.turn;
      this.map.zoom(px, py, Math.exp(-event.deltaY * unit * rate));
    }
  };

  /** Space makes a drag pan while it is held. */
  hold(isDown: boolean): void {
    this.spaceIsDown = isDown;
  }

  private point({ clientX, clientY }: MouseEvent): readonly [px: number, py: number] {
    const { canvas, layout } = this.map;
    const box = canvas?.getBoundingClientRect();
    const ratio = layout?.ratio ?? 1;
    return [(clientX - (box?.left ?? 0)) * ratio, (clientY - (box?.top ?? 0)) * ratio];
  }

  private hit(event: MouseEvent): Hit | undefined {
    const { layout } = this.map;
    return layout && hitAt(layout, this.map.matrix, ...this.point(event));
  }
}
