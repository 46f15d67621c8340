/** How many records a block holds. */
export const blockRecords = 2 ** 14;

/** Columns of a block, 30 bytes a record. A block never moves, so an index of any size grows without a copy. */
export class RecordBlock {
  /** From the block's first record. */
  readonly offsets = new Uint32Array(blockRecords);
  readonly lengths = new Uint32Array(blockRecords);
  /** From the block's first line. */
  readonly lines = new Uint32Array(blockRecords);
  /** Lines beyond the first; `manyLines` stands for more than fit. */
  readonly moreLines = new Uint16Array(blockRecords);
  /** UTC, or local time where the distance from UTC is not known; NaN is unknown. */
  readonly times = new Float64Array(blockRecords);
  readonly threads = new Uint32Array(blockRecords);
  readonly components = new Uint16Array(blockRecords);
  readonly flags = new Uint16Array(blockRecords);

  constructor(
    readonly offset: number,
    readonly line: number,
  ) {}
}

/** More lines than a column of 16 bits takes. */
export const manyLines = 2 ** 16 - 1;
