/** What a message may name. Threads of records themselves are told by the record, not by its message. */
export const mentionKinds = ['package', 'dp', 'job', 'guid', 'thread'] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** A thing that a text names; `start` and `end` are UTF-16 units of the text, half-open. */
export interface Mention {
  readonly kind: MentionKind;
  /**
   * The same for each mention of the thing, however it is written: package ID; server in lower case; GUID in upper
   * case without braces, or a job's number; thread in decimal.
   */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}
