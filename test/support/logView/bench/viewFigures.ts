/** How long a filter took, in milliseconds on the clock: to the first rows, to all; and processor time. */
export interface FilterTimes {
  readonly filter: string;
  readonly first: number;
  readonly all: number;
  readonly processor: number;
  readonly matched: number;
}

/** What one view of a log took, in milliseconds. */
export interface ViewFigures {
  readonly records: number;
  /** From nothing, with the start of its thread. */
  readonly firstScreen: number;
  readonly firstProcessor: number;
  readonly index: number;
  readonly indexProcessor: number;
  readonly filters: readonly FilterTimes[];
  /** From the write of 1,000 lines to the rows of them, time after time. */
  readonly appended: readonly number[];
  readonly peakMegabytes: number;
}
