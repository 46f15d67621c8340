/** One fact that a verdict rests on, with its raw codes. */
export interface Evidence {
  /** A view, or `status message 2382`. */
  readonly source: string;
  /** What it says, in words an admin can paste in a ticket. */
  readonly text: string;
  /** UTC epoch milliseconds. */
  readonly time: number | undefined;
  /** RecordID of the status message, as text (exceeds 2^53). */
  readonly recordId: string | undefined;
  /** Raw value, for example `State 3`, `MessageState 4`. */
  readonly raw: string | undefined;
}
