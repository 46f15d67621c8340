import type { SqlRow, SqlValue } from '../../ports/siteDatabase';

/** What is made to go wrong, so that tests, training and screenshots can show it. */
export interface Faults {
  /** The site breaks off after this many rows of any one query. */
  readonly failAfterRows?: number;
  /** Columns that this site "does not have", by view. */
  readonly dropColumns?: Readonly<Record<string, readonly string[]>>;
  /** Puts a value that no decoder takes into this column of every row that has it. */
  readonly badValue?: { readonly column: string; readonly value: SqlValue };
  /** Id of the query that fails at once. */
  readonly failQuery?: string;
}

export const withBadValue = (row: SqlRow, faults: Faults): SqlRow => {
  const { badValue } = faults;
  return badValue !== undefined && badValue.column in row
    ? { ...row, [badValue.column]: badValue.value }
    : row;
};
