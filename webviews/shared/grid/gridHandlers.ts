import type { RowSelection } from './rowSelection';

/** What a grid tells whoever shows it. */
export interface GridHandlers<Row> {
  rowId(row: Row): string;
  /** Class names of a row, of those in rowTones. */
  readonly rowClass?: (row: Row) => string;
  sort?(column: string): void;
  select?(selection: RowSelection): void;
  /** The keyboard or a click has come to a row, and the row is at hand. */
  activate?(index: number): void;
  /** Enter, or a double click. */
  open?(index: number): void;
  menu?(x: number, y: number): void;
  scrolled?(): void;
}
