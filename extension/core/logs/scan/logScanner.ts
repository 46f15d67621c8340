import { freshContext, type LineContext } from '../formats/context';
import type { LogBytes } from '../logBytes';
import type { RecordFields, Span } from './recordFields';
import { RecordScan } from './recordScan';
import { narrowed, stretchOf, type Width } from './stretch';

/** Where reading can go on, in another scanner too: plain data. */
export interface Place {
  /** Of the first byte that is not read yet. */
  readonly offset: number;
  /** The line that it stands in; 1 is the first. */
  readonly line: number;
  readonly width: Width;
  readonly context: Readonly<LineContext>;
}

export const beginning = (): Place => ({ offset: 0, line: 1, width: 'single', context: freshContext() });

/** The bytes that a record's places are in; only while the record is handed over. */
export interface ScannedBytes {
  readonly bytes: Uint8Array;
  /** Of the same bytes. */
  readonly view: DataView;
  /** Where a place is in the file. */
  offsetOf(at: number): number;
  /** '' for a span that is not there. */
  text(span: Span): string;
}

export type RecordSink = (record: RecordFields, scanned: ScannedBytes) => void;

/** What is held back is looked at again when it has doubled, not at each push: a long line takes linear time. */
const patientFrom = 2 ** 16;

/**
 * Reads a log as its bytes come and hands over each record when it is whole. What may not be whole yet is held back
 * until more comes, or `end` says that nothing does. How the bytes are cut makes no difference to the records.
 */
export class LogScanner implements ScannedBytes {
  bytes: Uint8Array = new Uint8Array();
  view = new DataView(this.bytes.buffer);
  private readonly scan: RecordScan;
  private buffer: Uint8Array = new Uint8Array();
  private from = 0;
  private to = 0;
  /** Where the buffer begins in the file. */
  private bufferOffset: number;
  /** Where `bytes` begins in the buffer, and in the file. */
  private bytesFrom = 0;
  private bytesOffset = 0;
  private unitBytes = 1;
  private width: Width;
  private enough = 0;

  constructor(
    private readonly platform: LogBytes,
    sink: RecordSink,
    { offset, line, width, context }: Place = beginning(),
  ) {
    this.bufferOffset = offset;
    this.width = width;
    this.scan = new RecordScan({ ...context }, line, (record) => sink(record, this));
  }

  push(bytes: Uint8Array): void {
    this.room(bytes.length).set(bytes);
    this.filled(bytes.length);
  }

  /** Where to put the next bytes, which saves a copy. */
  room(length: number): Uint8Array {
    if (this.to + length > this.buffer.length) this.makeRoom(length);
    return this.buffer.subarray(this.to, this.to + length);
  }

  /** So many bytes were put into the room. */
  filled(length: number): void {
    this.to += length;
    if (this.to - this.from < this.enough) return;
    this.read(false);
    const held = this.to - this.from;
    this.enough = held > patientFrom ? held * 2 : 0;
  }

  /** All that there is, read where it stands instead of a copy; nothing was pushed before, and nothing follows. */
  whole(bytes: Uint8Array): void {
    this.buffer = bytes;
    this.to = bytes.length;
    this.read(true);
  }

  /** Nothing follows: hands over what was held back. */
  end(): void {
    this.read(true);
  }

  /** A copy of what is held back. */
  get held(): Uint8Array {
    return new Uint8Array(this.buffer.subarray(this.from, this.to));
  }

  get place(): Place {
    const { scan, width } = this;
    return { offset: this.bufferOffset + this.from, line: scan.line, width, context: { ...scan.context } };
  }

  offsetOf(at: number): number {
    return this.bytesOffset + at * this.unitBytes;
  }

  text({ from, to }: Span): string {
    if (to <= from) return '';
    if (this.width === 'single') return this.platform.text(this.bytes.subarray(from, to), 'single');
    const start = this.bytesFrom;
    return this.platform.text(this.buffer.subarray(start + from * 2, start + to * 2), this.width);
  }

  private read(isWhole: boolean): void {
    const filled = this.buffer.subarray(0, this.to);
    for (;;) {
      const isStart = this.bufferOffset + this.from === 0;
      const { end, next } = stretchOf(filled, this.from, this.width, isStart, isWhole);
      this.bytes =
        this.width === 'single'
          ? filled.subarray(this.from, end)
          : narrowed(filled, this.from, end, this.width);
      this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
      this.bytesFrom = this.from;
      this.bytesOffset = this.bufferOffset + this.from;
      this.unitBytes = this.width === 'single' ? 1 : 2;
      const isClosed = isWhole || next !== undefined;
      const read = this.scan.read(this.bytes, this.view, isClosed);
      this.from = isClosed ? end : this.from + read * this.unitBytes;
      if (next === undefined) return;
      this.width = next;
    }
  }

  private makeRoom(length: number): void {
    const held = this.to - this.from;
    const { buffer } = this;
    if (held + length > buffer.length)
      this.buffer = this.platform.allocate(Math.max(held + length, held * 2));
    this.buffer.set(buffer.subarray(this.from, this.to));
    this.bufferOffset += this.from;
    this.from = 0;
    this.to = held;
  }
}
