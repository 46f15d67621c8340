import { RowSelection } from './rowSelection';
import type { RowSource } from './rowSource';

/** What a grid asks its selection of. */
export interface Pickable<Row> {
  readonly source: RowSource<Row> | undefined;
  readonly selection: RowSelection | undefined;
  rowId(row: Row): string;
  select(selection: RowSelection): void;
}

/** Turns clicks and keys into selections, as lists of files do. */
export class GridPicker<Row> {
  /** Where a range starts, and what was selected beside it. */
  private anchor: { readonly index: number; readonly beside: RowSelection } | undefined;
  private ranges = 0;

  constructor(private readonly grid: Pickable<Row>) {}

  reset(): void {
    this.anchor = undefined;
    this.ranges++;
  }

  only(index: number): void {
    const id = this.idAt(index);
    if (id === undefined || this.grid.selection === undefined) return;
    this.anchor = { index, beside: RowSelection.none };
    this.grid.select(RowSelection.of([id]));
  }

  toggle(index: number): void {
    const id = this.idAt(index);
    const { selection } = this.grid;
    if (id === undefined || selection === undefined) return;
    const next = selection.toggle(id);
    this.anchor = { index, beside: next };
    this.grid.select(next);
  }

  toggleAll(): void {
    const { selection, source } = this.grid;
    if (selection === undefined || source === undefined) return;
    this.reset();
    this.grid.select(selection.count(source.total) === source.total ? RowSelection.none : RowSelection.all);
  }

  clear(): void {
    this.reset();
    if (this.grid.selection?.isEmpty === false) this.grid.select(RowSelection.none);
  }

  /** Everything from the anchor to here; rows that are not at hand are fetched first. */
  async extendTo(index: number, from: number): Promise<void> {
    const { source, selection } = this.grid;
    if (source === undefined || selection === undefined) return;
    const anchor = (this.anchor ??= { index: Math.max(0, from), beside: selection });
    const range = ++this.ranges;
    const first = Math.min(anchor.index, index);
    const rows = await source.range(first, Math.max(anchor.index, index) + 1);
    if (range === this.ranges) this.grid.select(anchor.beside.add(rows.map((row) => this.grid.rowId(row))));
  }

  /** Before the menu opens: it acts on what is selected, or on the row below the pointer. */
  include(index: number): void {
    const id = this.idAt(index);
    if (id !== undefined && this.grid.selection?.has(id) === false) this.only(index);
  }

  private idAt(index: number): string | undefined {
    const row = this.grid.source?.row(index);
    return row === undefined ? undefined : this.grid.rowId(row);
  }
}
