import type { Acknowledgement } from '../acknowledge/acknowledgement';
import type { PairSet } from '../history/pairSet';

/** What findings are looked at with, beside their facts. */
export interface FindingMarks {
  readonly acknowledgements: readonly Acknowledgement[];
  /** The site's time by which they expire. */
  readonly now: number;
  /** Pairs that were a problem a day ago, or not read; undefined: that is not known, so nothing is new. */
  readonly before: PairSet | undefined;
  readonly flapping: PairSet | undefined;
}

export const unmarked: FindingMarks = {
  acknowledgements: [],
  now: 0,
  before: undefined,
  flapping: undefined,
};
