import type { Hit } from './hit';
import type { LoadedMatrix } from './loadedMatrix';
import { regionBetween, type CellPlace, type Region } from './region';

/** Where the keyboard is, and the region that is chosen from there. Never changed; each step gives a new one. */
export class MapSelection {
  static readonly start = new MapSelection({ row: 0, column: 0 }, { row: 0, column: 0 }, undefined);

  private constructor(
    readonly cursor: CellPlace,
    /** The corner of the region that stays when it is extended. */
    private readonly anchor: CellPlace,
    readonly region: Region | undefined,
  ) {}

  /** One cell. */
  at(place: CellPlace): MapSelection {
    return new MapSelection(place, place, regionBetween(place, place));
  }

  /** The region from where it began to this cell. */
  extendTo(place: CellPlace): MapSelection {
    return new MapSelection(place, this.anchor, regionBetween(this.anchor, place));
  }

  /** By so many cells, as far as there are some. Without extending, only the cursor moves. */
  move(
    by: { readonly rows: number; readonly columns: number },
    { rows, columns }: Size,
    extend: boolean,
  ): MapSelection {
    const place = {
      row: clamp(this.cursor.row + by.rows, rows),
      column: clamp(this.cursor.column + by.columns, columns),
    };
    return extend ? this.extendTo(place) : new MapSelection(place, place, this.region);
  }

  /** A press on a cell, or on the name of a row or column, which stands for all its cells. */
  press(hit: Hit, matrix: Size, extend: boolean): MapSelection {
    if (hit.kind === 'cell') return extend ? this.extendTo(hit) : this.at(hit);
    const all = allOf(matrix);
    const line =
      hit.kind === 'row'
        ? { ...all, top: hit.row, bottom: hit.row }
        : { ...all, left: hit.column, right: hit.column };
    if (!extend || this.region === undefined) return this.over(line);
    return new MapSelection(this.cursor, this.anchor, {
      top: Math.min(line.top, this.region.top),
      left: Math.min(line.left, this.region.left),
      bottom: Math.max(line.bottom, this.region.bottom),
      right: Math.max(line.right, this.region.right),
    });
  }

  all(matrix: Size): MapSelection {
    return this.over(allOf(matrix));
  }

  cleared(): MapSelection {
    return new MapSelection(this.cursor, this.cursor, undefined);
  }

  /**
   * The same in a matrix that has taken the place of another. A region is let go where its rows and columns mean
   * something else now: nobody acts on what they did not choose.
   */
  carriedTo(next: LoadedMatrix, before: LoadedMatrix | undefined): MapSelection {
    if (before?.isLaidOutLike(next) === true) return this;
    const found = before && next.placeFrom(before, this.cursor);
    const cursor = found ?? {
      row: clamp(this.cursor.row, next.rows),
      column: clamp(this.cursor.column, next.columns),
    };
    return new MapSelection(cursor, cursor, undefined);
  }

  private over(region: Region): MapSelection {
    const corner = { row: region.top, column: region.left };
    return new MapSelection(corner, corner, region);
  }
}

type Size = Pick<LoadedMatrix, 'rows' | 'columns'>;

const allOf = ({ rows, columns }: Size): Region => ({
  top: 0,
  left: 0,
  bottom: rows - 1,
  right: columns - 1,
});

const clamp = (place: number, length: number): number => Math.max(0, Math.min(length - 1, place));
