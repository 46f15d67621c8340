import type { LogScanner } from '../../core/logs/scan/logScanner';
import type { RecordFields, Span } from '../../core/logs/scan/recordFields';
import { utcOf, type BiasPolicy } from '../../core/logs/time/utcOf';
import { RecordBlock, type BlockState } from './recordBlock';
import { flagsOf, RecordColumns } from './recordColumns';
import type { SlicedText } from './logText';
import type { TextNumbers } from './textNumbers';

/** A place where a block may begin: where a record begins a line. */
export interface BlockPlace {
  readonly offset: number;
  readonly line: number;
  readonly state: BlockState;
}

/** What the writer needs to know of the log that it writes blocks of. */
export interface WriterOptions {
  readonly text: SlicedText;
  readonly numbers: TextNumbers;
  readonly bias: BiasPolicy;
  /** How many records a block has at least when the next one begins. */
  readonly blockSize: number;
  /** Asked where a block could begin; true ends the writing before that record. Without it, nothing does. */
  readonly endsAt: ((place: BlockPlace) => boolean) | undefined;
}

/** Puts the records that a scanner finds into blocks. */
export class BlockWriter {
  readonly blocks: RecordBlock[] = [];
  /** `endsAt` ended it. */
  isDone = false;
  private columns: RecordColumns;
  private used = 0;
  private lastLine = 0;
  /** The context before the record at hand; undefined where no block may begin. */
  private before: BlockState['context'] | undefined;

  constructor(
    private place: BlockPlace,
    private readonly options: WriterOptions,
  ) {
    this.columns = new RecordColumns(options.blockSize);
  }

  readonly add = (record: RecordFields, scanner: LogScanner): void => {
    if (this.isDone) return;
    const start = scanner.offsetOf(record.whole.from);
    if (this.before !== undefined && record.line > this.lastLine) {
      const state = { context: this.before, width: scanner.place.width };
      const place = { offset: start, line: record.line, state };
      this.isDone = this.options.endsAt?.(place) === true;
      if (this.isDone) return;
      if (this.used >= this.options.blockSize) this.beginBlock(place);
    }
    this.write(record, scanner, start);
    this.lastLine = record.endLine;
    const mayEnd = this.used >= this.options.blockSize || this.options.endsAt !== undefined;
    this.before = mayEnd ? scanner.place.context : undefined;
  };

  /** Closes the last block; after this nothing may be added. */
  finish(): void {
    if (this.used > 0) this.closeBlock();
  }

  private beginBlock(place: BlockPlace): void {
    this.closeBlock();
    this.place = place;
    this.used = 0;
  }

  private closeBlock(): void {
    const { offset, line, state } = this.place;
    this.blocks.push(new RecordBlock(offset, line, state, new RecordColumns(this.used, this.columns)));
  }

  private write(record: RecordFields, scanner: LogScanner, start: number): void {
    if (this.used === this.columns.starts.length)
      this.columns = new RecordColumns(this.used * 2, this.columns);
    const { columns, used: row, place } = this;
    const { severity, format, torn, local, bias, biasIsOffset } = record;
    columns.starts[row] = start - place.offset;
    columns.lengths[row] = scanner.offsetOf(record.whole.to) - start;
    columns.lines[row] = record.line - place.line;
    columns.moreLines[row] = record.endLine - record.line;
    columns.messageFrom[row] = scanner.offsetOf(record.message.from) - start;
    columns.messageTo[row] = scanner.offsetOf(record.message.to) - start;
    columns.components[row] = this.numberOf(record.component, scanner);
    columns.threads[row] = this.numberOf(record.thread, scanner);
    columns.threadFrom[row] = record.thread.isEmpty ? 0 : scanner.offsetOf(record.thread.from) - start;
    columns.locals[row] = local;
    columns.utcs[row] = utcOf(local, bias, biasIsOffset, this.options.bias);
    columns.flags[row] = flagsOf(severity, format, torn, record.threadIsHex);
    this.used++;
  }

  private numberOf(span: Span, scanner: LogScanner): number {
    if (span.isEmpty) return 0;
    const { text, numbers } = this.options;
    return numbers.numberOf(text.slice(scanner.offsetOf(span.from), scanner.offsetOf(span.to)));
  }
}
