import { nodeLogBytes } from '../../adapters/files/nodeLogBytes';
import type { BiasPolicy } from '../../core/logs/time/utcOf';
import { beginning, LogScanner } from '../../core/logs/scan/logScanner';
import { BlockWriter, type BlockPlace, type WriterOptions } from './blockWriter';
import { lastWhere } from './lastWhere';
import type { PendingEdit } from './pendingEdit';
import { isSameState, type RecordBlock } from './recordBlock';
import type { SlicedText } from './logText';
import { TextNumbers } from './textNumbers';
import { unitsOf } from './textUnits';

/** UTF-16 units that are read at a time: little after an edit, which mostly changes one record, then more. */
const leastPiece = 2 ** 14;
const mostPiece = 2 ** 18;

/**
 * The records of a text, in blocks that an edit leaves alone. They are read when they are asked for, all at once where
 * they were not read piece by piece before. After an edit, reading begins in the block before it and
 * ends where a record begins that a block began with before, in the same state: what follows has only moved.
 */
export class LogRecords {
  readonly numbers = new TextNumbers();
  private known: readonly RecordBlock[] = [];
  private reading: Generator<void, BlockWriter> | undefined;

  constructor(
    text: SlicedText,
    private readonly blockSize = 256,
    readonly bias: BiasPolicy = 'auto',
  ) {
    this.reading = this.pieces(text, beginningPlace(), undefined);
  }

  /** Reads a piece more; false when nothing was left to read. */
  readOn(): boolean {
    if (this.reading === undefined) return false;
    const { done, value } = this.reading.next();
    if (done !== true) return true;
    this.reading = undefined;
    this.known = value.blocks;
    this.place(0);
    return false;
  }

  get blocks(): readonly RecordBlock[] {
    while (this.readOn());
    return this.known;
  }

  get count(): number {
    const last = this.blocks.at(-1);
    return last === undefined ? 0 : last.first + last.count;
  }

  /** The block of a record by its number; undefined where there is none. */
  blockOf(index: number): RecordBlock | undefined {
    const { blocks } = this;
    const block = blocks[lastWhere(blocks.length, (at) => (blocks[at]?.first ?? 0) <= index)];
    return block === undefined || index >= block.first + block.count ? undefined : block;
  }

  /** Brings the records up to the text as it is after an edit. */
  edit(text: SlicedText, edit: PendingEdit): void {
    const from = this.firstBlockOf(edit.start);
    const shift = edit.newEnd - edit.oldEnd;
    const start = this.blocks[from];
    let to = this.blocks.findIndex(({ offset }) => offset >= edit.oldEnd);
    if (to < 0) to = this.blocks.length;
    let lines = 0;
    const meets = ({ offset, line, state }: BlockPlace): boolean => {
      while ((this.blocks[to]?.offset ?? Infinity) + shift < offset) to++;
      const block = this.blocks[to];
      if (block === undefined || to <= from || block.offset + shift !== offset) return false;
      if (!isSameState(block.state, state)) return false;
      lines = line - block.line;
      return true;
    };
    const place = start === undefined || from === 0 ? beginningPlace() : start;
    const { blocks: written, isDone } = this.read(text, place, meets);
    const behind = isDone ? this.blocks.slice(to) : [];
    for (const block of behind) {
      block.offset += shift;
      block.line += lines;
    }
    this.known = [...this.blocks.slice(0, from), ...written, ...behind];
    this.place(from);
  }

  /**
   * Where reading begins for an edit: a record depends on its own line, on the record behind it, and, when it has
   * CCM's form and no end, on all up to the next one of that form.
   */
  private firstBlockOf(offset: number): number {
    let first = this.blocks.findLastIndex((block) => block.offset <= offset) - 1;
    if (first <= 0) return 0;
    let before = first - 1;
    while (before > 0 && this.blocks[before]?.lastCcm === 'none') before--;
    if (this.blocks[before]?.lastCcm === 'open') first = before;
    return first;
  }

  private read(text: SlicedText, place: BlockPlace, endsAt: WriterOptions['endsAt']): BlockWriter {
    const pieces = this.pieces(text, place, endsAt);
    for (;;) {
      const { done, value } = pieces.next();
      if (done === true) return value;
    }
  }

  private *pieces(
    text: SlicedText,
    place: BlockPlace,
    endsAt: WriterOptions['endsAt'],
  ): Generator<void, BlockWriter> {
    const { numbers, blockSize, bias } = this;
    const writer = new BlockWriter(place, { text, numbers, blockSize, bias, endsAt });
    const { offset, line, state } = place;
    const scanner = new LogScanner(nodeLogBytes(), (record) => writer.add(record, scanner), {
      offset,
      line,
      ...state,
    });
    let piece = endsAt === undefined ? mostPiece : leastPiece;
    for (let at = offset; at < text.length && !writer.isDone; at += piece) {
      piece = at === offset ? piece : Math.min(piece * 2, mostPiece);
      scanner.push(unitsOf(text.slice(at, at + piece)));
      yield;
    }
    if (!writer.isDone) scanner.end();
    writer.finish();
    return writer;
  }

  /** Numbers the records of blocks from one on. */
  private place(from: number): void {
    const before = this.blocks[from - 1];
    let first = before === undefined ? 0 : before.first + before.count;
    for (const block of this.blocks.slice(from)) {
      block.first = first;
      first += block.count;
    }
  }
}

const beginningPlace = (): BlockPlace => {
  const { offset, line, width, context } = beginning();
  return { offset, line, state: { width, context } };
};
