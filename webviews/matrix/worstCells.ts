/** Rows of one level that make a row of the next. */
const factor = 2;

interface Level {
  readonly rows: number;
  readonly cells: Uint8Array;
}

/**
 * Cells of which many can be looked at as one: the greatest byte is the worst. Rows are kept in coarser levels
 * too, so that ten thousand of them are drawn in as little time as a screenful, exactly.
 */
export class WorstCells {
  private readonly levels: readonly Level[];

  /** @param cells row after row, of `columns` each */
  constructor(
    readonly columns: number,
    cells: Uint8Array,
  ) {
    const levels: Level[] = [{ rows: columns === 0 ? 0 : cells.length / columns, cells }];
    for (let last = levels[0]; last !== undefined && last.rows >= 2 * factor; last = levels.at(-1))
      levels.push(coarser(last, columns));
    this.levels = levels;
  }

  /** For each column from `left` until `right` the worst of the rows from `first` until `end`, into `line`. */
  worstOfRows(first: number, end: number, left: number, right: number, line: Uint8Array): void {
    line.fill(0, left, right);
    let row = first;
    while (row < end) {
      let level = 0;
      let size = 1;
      while (level + 1 < this.levels.length && row % (size * factor) === 0 && row + size * factor <= end) {
        size *= factor;
        level++;
      }
      const cells = this.levels[level]?.cells;
      if (cells !== undefined) takeWorst(cells, (row / size) * this.columns, left, right, line);
      row += size;
    }
  }
}

const takeWorst = (cells: Uint8Array, at: number, left: number, right: number, line: Uint8Array): void => {
  for (let column = left; column < right; column++) {
    const byte = cells[at + column] ?? 0;
    if (byte > (line[column] ?? 0)) line[column] = byte;
  }
};

/** Only whole groups of rows: what is left over is read from the finer level. */
const coarser = ({ rows, cells }: Level, columns: number): Level => {
  const coarse = new Uint8Array(Math.floor(rows / factor) * columns);
  for (let row = 0, at = 0; row < Math.floor(rows / factor) * factor; row++) {
    const to = Math.floor(row / factor) * columns;
    for (let column = 0; column < columns; column++, at++) {
      const byte = cells[at] ?? 0;
      if (byte > (coarse[to + column] ?? 0)) coarse[to + column] = byte;
    }
  }
  return { rows: Math.floor(rows / factor), cells: coarse };
};
