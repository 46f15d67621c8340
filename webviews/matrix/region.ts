export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; both ends belong to it. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const regionBetween = (a: CellPlace, b: CellPlace): Region => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

export const isSingle = ({ top, left, bottom, right }: Region): boolean => top === bottom && left === right;
