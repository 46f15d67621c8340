import { templateHash } from '../../core/logs/messageTemplate';
import type { LogDocument } from '../documents/logDocument';
import type { RecordBlock } from '../documents/recordBlock';

/** What records say, less what differs from time to time; read block by block when it is asked for. */
export class Templates {
  private readonly known = new WeakMap<RecordBlock, Uint32Array>();

  of(document: LogDocument, block: RecordBlock): Uint32Array {
    const known = this.known.get(block);
    if (known !== undefined) return known;
    const { starts, messageFrom, messageTo } = block.columns;
    const text = document.slice(block.offset, document.record(block.first + block.count - 1)?.end ?? 0);
    const found = Uint32Array.from(starts, (start, row) =>
      templateHash(text, start + (messageFrom[row] ?? 0), start + (messageTo[row] ?? 0)),
    );
    this.known.set(block, found);
    return found;
  }
}
