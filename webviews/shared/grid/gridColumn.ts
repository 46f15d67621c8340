/** A column of a grid. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Pixels that it needs. */
  readonly width: number;
  /** Pixels that must be free before it is shown, where that is more: it leaves some to the growing columns. */
  readonly claim?: number;
  /** Its share of the width that is left over. */
  readonly grow: number;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** In a narrow window the columns with the highest numbers are left out first; 0 always stays. */
  readonly spare: number;
  readonly cell: (row: Row) => unknown;
}

export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

/** The columns that fit, in their order. */
export const fittingColumns = <Row>(
  columns: readonly GridColumn<Row>[],
  width: number,
): readonly GridColumn<Row>[] => {
  const left = [...columns];
  const bySpare = columns.filter(({ spare }) => spare > 0).toSorted((a, b) => b.spare - a.spare);
  for (const column of bySpare) {
    if (neededWidth(left) - column.width + (column.claim ?? column.width) <= width) break;
    left.splice(left.indexOf(column), 1);
  }
  return left;
};

export const neededWidth = <Row>(columns: readonly GridColumn<Row>[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0);

/** The same for each row, so that cells stand below each other. */
export const columnTracks = <Row>(columns: readonly GridColumn<Row>[]): string =>
  columns.map(({ width, grow }) => `minmax(${width}px, ${grow}fr)`).join(' ');
