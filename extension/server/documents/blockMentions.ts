import { mentionKinds, type Mention, type MentionKind } from '../../core/logs/mentions/mention';
import { mentionsIn } from '../../core/logs/mentions/mentionsIn';
import type { RecordBlock } from './recordBlock';
import type { TextNumbers } from './textNumbers';

/** What the messages of a block's records name, as columns in the order of the text. */
export class BlockMentions {
  /** Of the record in its block. */
  readonly rows: Uint32Array;
  readonly kinds: Uint8Array;
  /** Numbers of texts. */
  readonly keys: Uint32Array;
  /** From the block's first unit. */
  readonly starts: Uint32Array;
  readonly lengths: Uint16Array;

  constructor(found: readonly (readonly [row: number, mention: Mention])[], numbers: TextNumbers) {
    this.rows = Uint32Array.from(found, ([row]) => row);
    this.kinds = Uint8Array.from(found, ([, { kind }]) => mentionKinds.indexOf(kind));
    this.keys = Uint32Array.from(found, ([, { key }]) => numbers.numberOf(key));
    this.starts = Uint32Array.from(found, ([, { start }]) => start);
    this.lengths = Uint16Array.from(found, ([, { start, end }]) => end - start);
  }

  get count(): number {
    return this.rows.length;
  }

  kind(index: number): MentionKind {
    return mentionKinds[this.kinds[index] ?? 0] ?? 'guid';
  }
}

/** Reads the messages of a block; what stands between messages names nothing. `text` begins with the block. */
export const readMentions = (
  block: RecordBlock,
  text: string,
  numbers: TextNumbers,
  siteCodes: ReadonlySet<string>,
): BlockMentions => {
  const { starts, messageFrom, messageTo } = block.columns;
  const found: (readonly [number, Mention])[] = [];
  let row = 0;
  for (const mention of mentionsIn(text, siteCodes)) {
    while (row + 1 < block.count && (starts[row + 1] ?? 0) <= mention.start) row++;
    const start = starts[row] ?? 0;
    const isInMessage =
      mention.start >= start + (messageFrom[row] ?? 0) && mention.end <= start + (messageTo[row] ?? 0);
    if (isInMessage) found.push([row, mention]);
  }
  return new BlockMentions(found, numbers);
};
