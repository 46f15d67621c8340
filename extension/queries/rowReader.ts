import type { SqlRow, SqlValue } from '../ports/siteDatabase';
import { SiteReadError } from '../ports/siteReadError';
import { ColumnSpelling } from './columnSpelling';

/**
 * Reads one row's columns as domain values. What it does not understand it refuses.
 * @throws SiteReadError `decode`, with query and column
 */
export class RowReader {
  constructor(
    private readonly query: string,
    private readonly row: SqlRow,
    private readonly spelling = new ColumnSpelling(row),
  ) {}

  text(column: string): string {
    return this.optionalText(column) ?? this.refuse(column);
  }

  optionalText(column: string): string | undefined {
    const value = this.value(column);
    return value === null || typeof value === 'string' ? (value ?? undefined) : this.refuse(column);
  }

  int(column: string): number {
    return this.optionalInt(column) ?? this.refuse(column);
  }

  optionalInt(column: string): number | undefined {
    const value = this.value(column);
    if (value === null) return undefined;
    if (typeof value === 'boolean') return Number(value);
    return Number.isSafeInteger(value) ? Number(value) : this.refuse(column);
  }

  /** A bigint, which leaves the database as text: its digits. */
  bigintText(column: string): string {
    const value = this.value(column);
    return typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? value : this.refuse(column);
  }

  /** A bigint of a size that a number holds exactly (bytes). */
  optionalBigint(column: string): number | undefined {
    if (this.value(column) === null) return undefined;
    const number = Number(this.bigintText(column));
    return Number.isSafeInteger(number) ? number : this.refuse(column);
  }

  /** UTC epoch milliseconds. Site databases keep times without a zone; all of them are UTC. */
  time(column: string): number {
    return this.optionalTime(column) ?? this.refuse(column);
  }

  optionalTime(column: string): number | undefined {
    const value = this.value(column);
    if (value === null) return undefined;
    const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? parseTime(value) : NaN;
    return Number.isNaN(time) ? this.refuse(column) : time;
  }

  /** A bit or a 0/1 int. */
  flag(column: string): boolean {
    return this.optionalFlag(column) ?? this.refuse(column);
  }

  optionalFlag(column: string): boolean | undefined {
    const value = this.optionalInt(column);
    return value === undefined ? undefined : value !== 0;
  }

  private value(column: string): SqlValue {
    const value = this.valueOf(column);
    return value === undefined ? this.refuse(column) : value;
  }

  private valueOf(column: string): SqlValue | undefined {
    const value = this.row[column];
    if (value !== undefined) return value;
    const spelt = this.spelling.of(column);
    return spelt === undefined ? undefined : this.row[spelt];
  }

  private refuse(column: string): never {
    const value = this.valueOf(column);
    const shown = value === undefined ? 'no value' : JSON.stringify(value);
    throw new SiteReadError({ kind: 'decode', query: this.query, column, value: shown });
  }
}

/** `YYYY-MM-DDTHH:mm:ss.fffZ` or, as SQL Server prints it, `YYYY-MM-DD HH:mm:ss.fff`. */
const timeText = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,7})?)Z?$/;

const parseTime = (text: string): number => {
  const [, date, time] = timeText.exec(text) ?? [];
  return date === undefined || time === undefined ? NaN : Date.parse(`${date}T${time.slice(0, 12)}Z`);
};
