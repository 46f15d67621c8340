import { SiteReadError } from '../ports/siteReadError';
import type { SqlRow, SqlValue } from '../ports/siteDatabase';

/** Reads one row's columns; what it does not understand is an error that names query and column. */
export class RowReader {
  constructor(
    private readonly query: string,
    private readonly row: SqlRow,
  ) {}

  text(column: string): string {
    return this.required(column, this.optionalText(column));
  }

  optionalText(column: string): string | undefined {
    const value = this.value(column);
    if (value === null) return undefined;
    return typeof value === 'string' ? value : this.refuse(column, value);
  }

  int(column: string): number {
    return this.required(column, this.optionalInt(column));
  }

  /** int, smallint, tinyint; bit as 0 and 1. */
  optionalInt(column: string): number | undefined {
    const value = this.value(column);
    if (value === null) return undefined;
    if (typeof value === 'boolean') return value ? 1 : 0;
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : this.refuse(column, value);
  }

  /** A bigint that the query cast to text: exact beyond 2^53. */
  bigintText(column: string): string {
    return this.required(column, this.optionalBigintText(column));
  }

  optionalBigintText(column: string): string | undefined {
    const value = this.value(column);
    if (value === null) return undefined;
    return typeof value === 'string' && /^-?\d+$/.test(value) ? value : this.refuse(column, value);
  }

  time(column: string): number {
    return this.required(column, this.optionalTime(column));
  }

  /** A datetime as UTC epoch milliseconds: a Date, or text with or without `T` and `Z`. */
  optionalTime(column: string): number | undefined {
    const value = this.value(column);
    if (value === null) return undefined;
    const time =
      value instanceof Date
        ? value.getTime()
        : typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?$/.test(value)
          ? Date.parse(`${value.replace(' ', 'T').replace(/Z$/, '')}Z`)
          : NaN;
    return Number.isNaN(time) ? this.refuse(column, value) : time;
  }

  /** A bit, or an int that is used as one. */
  optionalFlag(column: string): boolean | undefined {
    const number = this.optionalInt(column);
    return number === undefined ? undefined : number !== 0;
  }

  private value(column: string): SqlValue {
    const value = this.row[column];
    return value === undefined ? this.refuse(column, null, 'no such column') : value;
  }

  private required<T>(column: string, value: T | undefined): T {
    return value ?? this.refuse(column, null);
  }

  private refuse(column: string, value: SqlValue, words = JSON.stringify(value)): never {
    throw new SiteReadError({ kind: 'decode', query: this.query, column, value: words });
  }
}
