import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../controls';
import '../icon';
import { tones } from '../tones';
import { columnTracks, fittingColumns, neededWidth, type GridColumn, type GridSort } from './gridColumn';
import { headRow, moveCursor, type GridCursor } from './gridCursor';
import type { GridHandlers } from './gridHandlers';
import { gridCommand, type GridCommand } from './gridKey';
import { GridPicker } from './gridPicker';
import { headTemplate, rowIndex, rowTemplate, type GridLook } from './gridRows';
import { gridStyles, rowHeight } from './gridStyles';
import { GridViewport } from './gridViewport';
import { PageKeys } from './pageKeys';
import type { RowSelection } from './rowSelection';
import { rowTones } from './rowTones';
import type { RowSource } from './rowSource';

export type { GridHandlers } from './gridHandlers';

const checkWidth = 36;
const sidePadding = 12;

/** A table of any length, of which only the rows on screen exist. One tab stop; aria-activedescendant moves. */
export class CmGrid<Row> extends LitElement {
  static override readonly properties = {
    columns: { attribute: false },
    source: { attribute: false },
    sort: { attribute: false },
    selection: { attribute: false },
    cursor: { state: true },
    label: { type: String },
    rowHeight: { attribute: false },
    boxes: { attribute: false },
  };
  static override readonly styles = [controls, tones, rowTones, gridStyles];

  declare columns: readonly GridColumn<Row>[];
  declare source: RowSource<Row> | undefined;
  declare sort: GridSort | undefined;
  /** undefined: rows cannot be selected. */
  declare selection: RowSelection | undefined;
  declare label: string;
  /** Pixels. */
  declare rowHeight: number;
  /** Rows that can be selected have a box for it; without, clicks and keys do. */
  declare boxes: boolean;
  declare handlers: GridHandlers<Row>;
  declare private cursor: GridCursor;

  private readonly viewport = new GridViewport((selector) => this.renderRoot.querySelector(selector));
  private readonly picker = new GridPicker<Row>(this);
  /** The keyboard is on a row that is still being fetched. */
  private awaited = false;
  private readonly resized = new ResizeObserver(() => this.requestUpdate());

  constructor() {
    super();
    this.columns = [];
    this.label = '';
    this.rowHeight = rowHeight;
    this.boxes = true;
    this.cursor = { row: 0, column: 0 };
    this.addController(new PageKeys(this, () => this.picker.toggleAll()));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  /** First visible pixel of the list, to come back to. */
  get top(): number {
    return this.viewport.top;
  }

  get active(): number {
    return this.cursor.row;
  }

  scrollToTop(top: number): void {
    this.viewport.fit(this.total);
    this.viewport.scrollTo(top);
    this.requestUpdate();
  }

  /** Makes a row the active one, without scrolling to it. */
  setActive(row: number): void {
    this.cursor = { ...this.cursor, row };
  }

  override focus(): void {
    this.scroller?.focus();
  }

  rowId(row: Row): string {
    return this.handlers.rowId(row);
  }

  select(selection: RowSelection): void {
    this.handlers.select?.(selection);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.viewport.rowHeight = this.rowHeight;
    if (!changed.has('source') || this.source === undefined) return;
    this.source.changed = () => this.arrived();
    this.picker.reset();
    const row = Math.max(0, Math.min(this.cursor.row, this.source.total - 1));
    if (this.cursor.row !== headRow) this.cursor = { ...this.cursor, row };
  }

  protected override render(): unknown {
    const look = this.look();
    const { first, end } = this.viewport.window(this.total);
    const { row, column } = this.cursor;
    const activeId = row === headRow ? `h${column}` : row >= first && row < end ? `r${row}` : nothing;
    const all = this.total > 0 && this.selection?.count(this.total) === this.total;
    return html`<div
      class="scroller"
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-rowcount=${this.total + 1}
      aria-colcount=${look.columns.length + Number(look.boxes)}
      aria-multiselectable=${look.selectable ? 'true' : nothing}
      aria-activedescendant=${activeId}
      @scroll=${this.onScroll}
      @scrollend=${this.onScrollEnd}
      @keydown=${this.onKey}
      @click=${this.onClick}
      @dblclick=${this.onDoubleClick}
      @contextmenu=${this.onMenu}
    >
      <div class="head" role="rowgroup">${headTemplate(look, all)}</div>
      <div class="body" role="rowgroup">
        <div class="rows">
          ${repeat(
            Array.from({ length: end - first }, (_, place) => first + place),
            (index) => index,
            (index) => {
              const found = this.source?.row(index);
              const selected = found !== undefined && this.selection?.has(this.rowId(found)) === true;
              return rowTemplate(look, index, found, selected);
            },
          )}
        </div>
      </div>
    </div>`;
  }

  protected override updated(): void {
    const { scroller } = this;
    if (scroller === null) return;
    const { columns, boxes } = this.look();
    const check = boxes ? checkWidth : 0;
    scroller.style.setProperty('--needed-width', `${neededWidth(columns) + check + sidePadding}px`);
    scroller.style.setProperty('--tracks', `${boxes ? `${check}px ` : ''}${columnTracks(columns)}`);
    scroller.style.setProperty('--row-height', `${this.rowHeight}px`);
    const rendered = this.viewport.window(this.total);
    this.viewport.fit(this.total);
    this.viewport.put(rendered.first);
    const { first, end } = this.viewport.window(this.total);
    this.source?.need(first, end);
    if (first !== rendered.first || end !== rendered.end) this.requestUpdate();
  }

  private get scroller(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.scroller');
  }

  private get total(): number {
    return this.source?.total ?? 0;
  }

  private look(): GridLook<Row> {
    const selectable = this.selection !== undefined;
    const { cursor, sort } = this;
    const boxes = selectable && this.boxes;
    const room = this.clientWidth - sidePadding - (boxes ? checkWidth : 0);
    const columns = fittingColumns(this.columns, room);
    return { columns, cursor, sort, selectable, boxes, rowClass: this.handlers.rowClass };
  }

  private readonly onScroll = (): void => {
    if (this.viewport.scrolled(this.total)) this.requestUpdate();
    this.handlers.scrolled?.();
  };

  /** Short scrolls of a very long list leave the scroll bar behind; it catches up unseen. */
  private readonly onScrollEnd = (): void => {
    this.scrollToTop(this.viewport.top);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const command = gridCommand(event);
    if (command === undefined || !this.obey(command)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Returns whether the key meant something here. */
  private obey(command: GridCommand): boolean {
    const { row, column } = this.cursor;
    const { columns } = this.look();
    switch (command.kind) {
      case 'move':
      case 'column': {
        if (command.kind === 'column' && row !== headRow) return false;
        const { page } = this.viewport;
        const next = moveCursor(this.cursor, command, { rows: this.total, columns: columns.length, page });
        this.goTo(next);
        if (command.kind === 'move' && command.extend && next.row !== headRow)
          void this.picker.extendTo(next.row, row);
        return true;
      }
      case 'toggleAll':
        this.picker.toggleAll();
        return true;
      case 'toggle':
      case 'open':
        if (row === headRow) this.sortBy(columns[column]);
        else if (command.kind === 'toggle') this.picker.toggle(row);
        else this.handlers.open?.(row);
        return true;
      case 'clear':
        this.picker.clear();
        return true;
      case 'menu': {
        const { left, bottom } = (this.renderRoot.querySelector(`#r${row}`) ?? this).getBoundingClientRect();
        this.openMenu(row, left + (this.boxes ? checkWidth : 0), bottom);
        return true;
      }
    }
  }

  private goTo(cursor: GridCursor): void {
    this.cursor = cursor;
    if (cursor.row === headRow) return;
    this.viewport.show(cursor.row);
    this.awaited = true;
    this.arrived();
  }

  /** Rows have come; the active one may be among them. */
  private arrived(): void {
    this.requestUpdate();
    if (!this.awaited || this.source?.row(this.cursor.row) === undefined) return;
    this.awaited = false;
    this.handlers.activate?.(this.cursor.row);
  }

  private sortBy(column: GridColumn<Row> | undefined): void {
    if (column?.sortable === true) this.handlers.sort?.(column.key);
  }

  private readonly onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const key = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    if (key !== undefined) this.sortBy(this.columns.find((column) => column.key === key));
    const index = rowIndex(target);
    const check = target.closest('[data-check]') !== null;
    if (index === undefined) {
      if (check) this.picker.toggleAll();
      return;
    }
    const from = this.cursor.row;
    this.goTo({ ...this.cursor, row: index });
    if (event.shiftKey) void this.picker.extendTo(index, from);
    else if (check || event.ctrlKey || event.metaKey) this.picker.toggle(index);
    else this.picker.only(index);
  };

  private readonly onDoubleClick = (event: MouseEvent): void => {
    const index = rowIndex(event.target as Element);
    if (index !== undefined) this.handlers.open?.(index);
  };

  private readonly onMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const index = rowIndex(event.target as Element);
    if (index !== undefined) this.openMenu(index, event.clientX, event.clientY);
  };

  private openMenu(row: number, x: number, y: number): void {
    if (row < 0 || row >= this.total) return;
    this.cursor = { ...this.cursor, row };
    this.picker.include(row);
    this.handlers.menu?.(x, y);
  }
}

customElements.define('cm-grid', CmGrid);
