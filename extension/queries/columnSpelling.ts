import type { SqlRow } from '../ports/siteDatabase';

/** How a server spells the columns of a result: T-SQL servers differ in case. One for all rows of a batch. */
export class ColumnSpelling {
  private readonly found = new Map<string, string>();

  constructor(private readonly row: SqlRow) {}

  /** The column as the rows have it, whatever its case; undefined for one that they lack. */
  of(column: string): string | undefined {
    const known = this.found.get(column);
    if (known !== undefined) return known;
    const asked = column.toLowerCase();
    const spelt = Object.keys(this.row).find((name) => name.toLowerCase() === asked);
    if (spelt !== undefined) this.found.set(column, spelt);
    return spelt;
  }
}
