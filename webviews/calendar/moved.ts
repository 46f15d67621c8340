import type { DrawnRow } from './rowTemplate';

/** Where the keyboard is: a DP, and a bar in its row; -1 for the row itself. */
export interface Place {
  readonly dp: string;
  readonly bar: number;
}

/** Where a key leads from there; undefined for a key that leads nowhere. */
export const moved = (rows: readonly DrawnRow[], { dp, bar }: Place, key: string): Place | undefined => {
  const at = rows.findIndex(({ row }) => row.dp === dp);
  const toRow = (index: number): Place | undefined => {
    const found = rows[Math.min(rows.length - 1, Math.max(0, index))];
    return found && { dp: found.row.dp, bar: Math.min(bar, found.bars.length - 1) };
  };
  switch (key) {
    case 'ArrowDown':
      return toRow(at + 1);
    case 'ArrowUp':
      return toRow(at < 0 ? 0 : at - 1);
    case 'Home':
      return toRow(0);
    case 'End':
      return toRow(rows.length - 1);
    case 'ArrowRight':
      return at < 0 ? toRow(0) : { dp, bar: Math.min((rows[at]?.bars.length ?? 0) - 1, bar + 1) };
    case 'ArrowLeft':
      return at < 0 ? toRow(0) : { dp, bar: Math.max(-1, bar - 1) };
    default:
      return undefined;
  }
};
