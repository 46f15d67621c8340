import { LitElement, html, type PropertyValues } from 'lit';
import { panAxis, revealCell, zoomAxis } from './axisView';
import { heatMapStyles } from './heatMapStyles';
import type { Hit } from './hit';
import type { LoadedMatrix } from './loadedMatrix';
import { mapCommand, type MapCommand } from './mapKey';
import { fitLayout, largestCell, resizeLayout, type MapLayout } from './mapLayout';
import { MapPainter } from './mapPainter';
import { MapPointer, type PointedMap } from './mapPointer';
import type { MapSelection } from './mapSelection';
import type { Palette } from './palette';
import type { CellPlace } from './region';
import { texts } from './texts';
import { onThemeChange, themePalette } from './themePalette';

/** One step of the keys + and -. */
const zoomStep = 1.5;

/** What the map tells whoever shows it. */
export interface MapHandlers {
  select(selection: MapSelection): void;
  /** Enter, or a double click. */
  open(place: CellPlace): void;
  /** The pointer is on a cell, at these CSS pixels of the page; undefined: on none. */
  hover(place: CellPlace | undefined, x: number, y: number): void;
}

/** The cells of a matrix on a canvas: zoomed, moved and chosen from by pointer and keyboard. */
export class CmHeatMap extends LitElement implements PointedMap {
  static override readonly properties = {
    matrix: { attribute: false },
    selection: { attribute: false },
    label: { type: String },
    spoken: { type: String },
  };
  static override readonly styles = heatMapStyles;

  declare matrix: LoadedMatrix;
  declare selection: MapSelection;
  declare label: string;
  /** What a screen reader says of the cell under the keyboard. */
  declare spoken: string;
  declare handlers: MapHandlers;
  layout: MapLayout | undefined;

  private pointed: CellPlace | undefined;
  private palette: Palette | undefined;
  private frame: number | undefined;
  private endThemes: () => void = () => undefined;
  private readonly painter = new MapPainter();
  private readonly pointer = new MapPointer(this);
  private readonly resized = new ResizeObserver(() => this.fitTo());

  constructor() {
    super();
    this.label = '';
    this.spoken = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
    this.endThemes = onThemeChange(() => {
      this.palette = undefined;
      this.schedule();
    });
    void document.fonts.load('16px codicon').then(() => this.schedule());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.endThemes();
  }

  override focus(): void {
    this.canvas?.focus();
  }

  get canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  protected override render(): unknown {
    return html`<canvas
        tabindex="0"
        role="application"
        aria-roledescription=${texts.mapRole}
        aria-label=${this.label}
        aria-describedby="spoken"
        @pointerdown=${this.pointer.down}
        @pointermove=${this.pointer.move}
        @pointerup=${this.pointer.up}
        @pointercancel=${this.pointer.up}
        @pointerleave=${this.pointer.leave}
        @wheel=${{ handleEvent: this.pointer.wheel, passive: false }}
        @dblclick=${() => this.handlers.open(this.selection.cursor)}
        @keydown=${this.onKey}
        @keyup=${(event: KeyboardEvent) => event.key === ' ' && this.pointer.hold(false)}
        @focus=${() => this.schedule()}
        @blur=${() => {
          this.pointer.hold(false);
          this.schedule();
        }}
      ></canvas>
      <div class="spoken" id="spoken" aria-live="polite">${this.spoken}</div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('matrix')) this.fitTo();
    else this.schedule();
  }

  press(hit: Hit, extend: boolean): void {
    this.handlers.select(this.selection.press(hit, this.matrix, extend));
  }

  dragTo(place: CellPlace): void {
    this.handlers.select(this.selection.extendTo(place));
    this.show(place);
  }

  pan(across: number, down: number): void {
    this.change(({ x, y }) => ({ x: panAxis(x, across), y: panAxis(y, down) }));
  }

  zoom(px: number, py: number, factor: number): void {
    this.change(({ x, y, left, top, ratio }) => ({
      x: zoomAxis(x, Math.max(0, px - left), factor, largestCell * ratio),
      y: zoomAxis(y, Math.max(0, py - top), factor, largestCell * ratio),
    }));
  }

  hover(hit: Hit | undefined, clientX: number, clientY: number): void {
    const place = hit?.kind === 'cell' ? { row: hit.row, column: hit.column } : undefined;
    const same = place?.row === this.pointed?.row && place?.column === this.pointed?.column;
    this.pointed = place;
    this.handlers.hover(place, clientX, clientY);
    if (!same) this.schedule();
  }

  /** One step closer or farther, around the cursor. */
  step(closer: boolean): void {
    const { layout, selection } = this;
    if (layout === undefined) return;
    const { row, column } = selection.cursor;
    this.show(selection.cursor);
    const px = layout.left + (column + 0.5) * layout.x.scale - layout.x.start;
    const py = layout.top + (row + 0.5) * layout.y.scale - layout.y.start;
    this.zoom(px, py, closer ? zoomStep : 1 / zoomStep);
    this.show(selection.cursor);
  }

  /** All cells at once. */
  fit(): void {
    this.layout = fitLayout(this.size(), this.matrix.rows, this.matrix.columns);
    this.schedule();
  }

  /** Draws now, not with the next frame. */
  paint(): void {
    this.frame = undefined;
    const { layout, canvas } = this;
    const context = canvas?.getContext('2d');
    if (layout === undefined || canvas === null || !context) return;
    if (canvas.width !== layout.width || canvas.height !== layout.height)
      [canvas.width, canvas.height] = [layout.width, layout.height];
    const { fontFamily, fontSize } = getComputedStyle(this);
    const hasKeyboard = canvas.matches(':focus');
    this.palette ??= themePalette();
    this.painter.paint(context, {
      matrix: this.matrix,
      layout,
      palette: this.palette,
      region: this.selection.region,
      cursor: hasKeyboard ? this.selection.cursor : undefined,
      pointed: this.pointed ?? (hasKeyboard ? this.selection.cursor : undefined),
      font: { family: fontFamily, size: Math.min(12, Number.parseFloat(fontSize)) },
    });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.pointer.hold(true);
    const command = mapCommand(event);
    if (command !== undefined) this.obey(command);
    else if (event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
  };

  private obey(command: MapCommand): void {
    const { matrix, selection } = this;
    switch (command.kind) {
      case 'move':
        this.go(selection.move(command, matrix, command.extend));
        return;
      case 'page': {
        const page = Math.max(1, Math.floor((this.layout?.y.room ?? 0) / (this.layout?.y.scale ?? 1)) - 1);
        const rows = command.forward ? page : -page;
        this.go(selection.move({ rows, columns: 0 }, matrix, command.extend));
        return;
      }
      case 'zoom':
        this.step(command.closer);
        return;
      case 'fit':
        this.fit();
        return;
      case 'all':
        this.handlers.select(selection.all(matrix));
        return;
      case 'open':
        this.handlers.open(selection.cursor);
        return;
      case 'clear':
        this.handlers.select(selection.cleared());
        return;
    }
  }

  private go(selection: MapSelection): void {
    this.handlers.select(selection);
    this.show(selection.cursor);
  }

  private show({ row, column }: CellPlace): void {
    this.change(({ x, y }) => ({ x: revealCell(x, column), y: revealCell(y, row) }));
  }

  private change(step: (layout: MapLayout) => Pick<MapLayout, 'x' | 'y'>): void {
    if (this.layout === undefined) return;
    this.layout = { ...this.layout, ...step(this.layout) };
    this.schedule();
  }

  /** The room or the matrix has changed. */
  private fitTo(): void {
    const { rows, columns } = this.matrix;
    this.layout =
      this.layout === undefined
        ? fitLayout(this.size(), rows, columns)
        : resizeLayout(this.layout, this.size(), rows, columns);
    this.schedule();
  }

  private size(): { readonly width: number; readonly height: number; readonly ratio: number } {
    return { width: this.clientWidth, height: this.clientHeight, ratio: window.devicePixelRatio };
  }

  private schedule(): void {
    this.frame ??= requestAnimationFrame(() => this.paint());
  }
}

customElements.define('cm-heat-map', CmHeatMap);
