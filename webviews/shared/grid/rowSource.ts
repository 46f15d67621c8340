/** Where a grid gets its rows. */
export interface RowSource<Row> {
  readonly total: number;
  /** The row if it is at hand. */
  row(index: number): Row | undefined;
  /** These rows (half-open) are on screen: fetch what is lacking, then call `changed`. */
  need(first: number, end: number): void;
  /** All rows of a range, fetched where they lack. */
  range(first: number, end: number): Promise<readonly Row[]>;
  /** Set by the grid. */
  changed: () => void;
}

/** Rows that are all at hand. */
export class ListedRows<Row> implements RowSource<Row> {
  changed: () => void = () => undefined;

  constructor(private readonly rows: readonly Row[]) {}

  get total(): number {
    return this.rows.length;
  }

  row(index: number): Row | undefined {
    return this.rows[index];
  }

  need(): void {
    // All are here.
  }

  range(first: number, end: number): Promise<readonly Row[]> {
    return Promise.resolve(this.rows.slice(first, end));
  }
}
