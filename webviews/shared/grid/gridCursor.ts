import type { GridCommand } from './gridKey';

/** Where the keyboard is: a row, or with row -1 a column of the head. */
export interface GridCursor {
  readonly row: number;
  readonly column: number;
}

export const headRow = -1;

/** What a move may reach. */
export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key passes. */
  readonly page: number;
}

export const moveCursor = (
  cursor: GridCursor,
  command: Extract<GridCommand, { kind: 'move' | 'column' }>,
  { rows, columns, page }: GridExtent,
): GridCursor => {
  const sign = command.forward ? 1 : -1;
  if (cursor.row === headRow && (command.kind === 'column' || command.by === 'edge')) {
    const far = command.forward ? columns - 1 : 0;
    return { row: headRow, column: command.kind === 'column' ? clamp(cursor.column + sign, columns) : far };
  }
  if (command.kind === 'column') return cursor;
  switch (command.by) {
    case 'row':
      return { ...cursor, row: Math.max(headRow, Math.min(cursor.row + sign, rows - 1)) };
    case 'page':
      return { ...cursor, row: clamp(cursor.row + sign * page, rows) };
    case 'edge':
      return { ...cursor, row: command.forward ? rows - 1 : clamp(0, rows) };
  }
};

const clamp = (value: number, length: number): number => Math.max(0, Math.min(value, length - 1));
