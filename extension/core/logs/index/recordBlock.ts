/** How many records a block holds. */
export const blockRecords = 2 ** 14;

/** Words of a row, and which of them is what. */
export const rowWords = 8;
export const offsetWord = 0;
export const lengthWord = 1;
export const lineWord = 2;
/** Lines beyond the first in the lower half, the component in the upper one. */
export const partsWord = 3;
export const threadWord = 4;
export const flagsWord = 5;
/** The time takes two words: where it stands in `times`. */
export const rowTimes = rowWords / 2;
export const timePlace = 3;

/** Rows of a block, 32 bytes a record. A block never moves, so an index of any size grows without a copy. */
export class RecordBlock {
  /** Offsets and lines count from the block's first record. */
  readonly words = new Uint32Array(blockRecords * rowWords);
  /** The same rows. UTC, or local time where the distance from UTC is not known; NaN is unknown. */
  readonly times = new Float64Array(this.words.buffer);

  constructor(
    readonly offset: number,
    readonly line: number,
  ) {}
}

/** More lines than half a word takes. */
export const manyLines = 2 ** 16 - 1;
