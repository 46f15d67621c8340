import type { RowBatch, SqlRow, SqlValue } from '../../ports/siteDatabase';
import type { RowLine } from './rowLines';
import { ShellError } from './shellError';

const rowsPerBatch = 1000;

interface Column {
  readonly name: string;
  readonly isTime: boolean;
}

/** Lines of the agent, as batches of rows. */
export class SqlRows {
  private result: string | undefined;
  private columns: readonly Column[] = [];
  private rows: SqlRow[] = [];

  /** @param results names of the results, in the order in which they come */
  constructor(private readonly results: readonly string[]) {}

  /** The batch that is full now, or ends with this line. @throws ShellError `garbled` */
  take(line: RowLine): RowBatch | undefined {
    if ('columns' in line) {
      const batch = this.rest();
      this.result = this.results[line.result];
      this.columns = line.columns.map(columnOf);
      return batch;
    }
    for (const row of line.rows) this.rows.push(this.rowOf(row));
    return this.rows.length < rowsPerBatch ? undefined : this.rest();
  }

  /** What is left when there are no more lines. */
  rest(): RowBatch | undefined {
    const { result, rows } = this;
    this.rows = [];
    return result === undefined || rows.length === 0 ? undefined : { result, rows };
  }

  private rowOf(values: readonly unknown[]): SqlRow {
    if (values.length !== this.columns.length) throw garbled('a row of another length');
    const row: Record<string, SqlValue> = {};
    for (const [at, { name, isTime }] of this.columns.entries()) row[name] = valueOf(values[at], isTime);
    return row;
  }
}

const columnOf = (column: unknown): Column => {
  const { name, kind } = (column ?? {}) as { readonly name?: unknown; readonly kind?: unknown };
  if (typeof name !== 'string' || typeof kind !== 'string') throw garbled('a column without name or kind');
  return { name, isTime: kind === 'time' || kind === 'offset' };
};

const valueOf = (value: unknown, isTime: boolean): SqlValue => {
  if (value === null) return null;
  if (isTime) {
    if (typeof value === 'number') return new Date(value);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw garbled('a value of no known type');
};

const garbled = (what: string): ShellError =>
  new ShellError('garbled', `PowerShell's rows were not understood: ${what}.`);
