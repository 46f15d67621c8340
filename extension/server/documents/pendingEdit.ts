/** What edits did to a text: one stretch of it was replaced. Places are half-open, in UTF-16 units. */
export interface PendingEdit {
  readonly start: number;
  /** In the text as it was. */
  readonly oldEnd: number;
  /** In the text as it is. */
  readonly newEnd: number;
}

/** The one stretch that holds both; `next` is of the text that `first` left. */
export const joinEdits = (first: PendingEdit | undefined, next: PendingEdit): PendingEdit => {
  if (first === undefined) return next;
  const end = Math.max(first.newEnd, next.oldEnd);
  return {
    start: Math.min(first.start, next.start),
    oldEnd: first.oldEnd + end - first.newEnd,
    newEnd: end + next.newEnd - next.oldEnd,
  };
};
