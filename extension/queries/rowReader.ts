/** Reads one row's columns with errors that name query and column. (Filled in by the owner of queries.) */
export interface RowReader {
  text(column: string): string;
}
