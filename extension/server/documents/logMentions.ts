import { readMentions, type BlockMentions } from './blockMentions';
import type { SlicedText } from './logText';
import type { RecordBlock } from './recordBlock';
import { TextNumbers } from './textNumbers';

/** What the records of a log name, read block by block when it is asked for; an edit leaves the other blocks' alone. */
export class LogMentions {
  readonly numbers = new TextNumbers();
  private known = new WeakMap<RecordBlock, BlockMentions>();
  private siteCodes: ReadonlySet<string> = new Set();

  of(block: RecordBlock, text: SlicedText, siteCodes: ReadonlySet<string>): BlockMentions {
    if (siteCodes !== this.siteCodes) {
      this.siteCodes = siteCodes;
      this.known = new WeakMap();
    }
    const known = this.known.get(block);
    if (known !== undefined) return known;
    const { starts, lengths } = block.columns;
    const last = block.count - 1;
    const end = block.offset + (starts[last] ?? 0) + (lengths[last] ?? 0);
    const found = readMentions(block, text.slice(block.offset, end), this.numbers, siteCodes);
    this.known.set(block, found);
    return found;
  }
}
