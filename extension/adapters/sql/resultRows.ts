import type { RowBatch, SqlRow, SqlValue } from '../../ports/siteDatabase';

const rowsPerBatch = 1000;

/** A cell as tedious gives it: bigint as text, times as Date. */
export interface Cell {
  readonly value: unknown;
}

/** Gathers the rows of one result set after another into batches. */
export class ResultRows {
  private readonly batches: RowBatch[] = [];
  private columns: readonly string[] = [];
  private rows: SqlRow[] = [];
  private begun = 0;

  /** @param results names of the results, in the order in which they come */
  constructor(private readonly results: readonly string[]) {}

  /** Full batches that wait to be read. */
  get waiting(): number {
    return this.batches.length;
  }

  /** Whether there came as many result sets as were asked for. */
  get complete(): boolean {
    return this.begun === this.results.length;
  }

  get resultSets(): number {
    return this.begun;
  }

  /** The next result set begins. */
  begin(columns: readonly string[]): void {
    this.flush();
    this.begun += 1;
    this.columns = columns;
  }

  add(cells: readonly Cell[]): void {
    const row: Record<string, SqlValue> = {};
    this.columns.forEach((column, at) => (row[column] = valueOf(cells[at]?.value)));
    this.rows.push(row);
    if (this.rows.length === rowsPerBatch) this.flush();
  }

  /** Makes a batch of what is there. */
  flush(): void {
    const result = this.results[this.begun - 1];
    if (result !== undefined && this.rows.length > 0) this.batches.push({ result, rows: this.rows });
    this.rows = [];
  }

  take(): RowBatch | undefined {
    return this.batches.shift();
  }
}

const valueOf = (value: unknown): SqlValue => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : null;
};
