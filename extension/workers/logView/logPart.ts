import type { FileState, OpenFile } from '../../adapters/files/fileSystem';
import type { Ask } from '../../adapters/files/operation';
import { LogIndex, type IndexedRecord } from '../../core/logs/index/logIndex';
import { beginning, LogScanner, type Place } from '../../core/logs/scan/logScanner';
import type { RecordReading } from './recordReading';

/** Read at a time; records are decoded from the start of the piece that they are in. */
export const pieceBytes = 256 * 1024;
const markBytes = 64;

/** Where reading can begin, and the number of the record that begins there. */
export interface Piece {
  readonly place: Place;
  readonly record: number;
}

/** One file of a log as far as it was read: its index, not its bytes. */
export class LogPart {
  readonly pieces: Piece[];
  /** How many bytes were read; from the file's beginning. */
  read: number;
  /** What stood there when it was read last; undefined when the server numbers no files. */
  identity: string | undefined;
  private modified = NaN;
  private readonly index: LogIndex;
  /** Of the bytes that are held back, as if nothing followed. */
  private unfinished: LogIndex;
  private readonly scanner: LogScanner;
  private mark: Uint8Array = new Uint8Array();

  constructor(
    readonly reading: RecordReading,
    public path: string,
    readonly from: Place = beginning(),
  ) {
    this.index = new LogIndex(reading.bias);
    this.unfinished = new LogIndex(reading.bias);
    this.scanner = new LogScanner(reading.platform, this.index.add, from);
    this.pieces = [{ place: from, record: 0 }];
    this.read = from.offset;
  }

  get length(): number {
    return this.index.length + this.unfinished.length;
  }

  /** Records before this number stay what they are, whatever is written behind them. */
  get finished(): number {
    return this.index.length;
  }

  at(record: number): IndexedRecord | undefined {
    return record < this.index.length
      ? this.index.at(record)
      : this.unfinished.at(record - this.index.length);
  }

  /** Where a record ends in the file; NaN beyond the last one. */
  endOf(record: number): number {
    const { length } = this.index;
    return record < length ? this.index.endOf(record) : this.unfinished.endOf(record - length);
  }

  /** The number of the first record from a place of the file on. */
  recordFrom(offset: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.at(middle)?.offset ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  get componentNames(): readonly string[] {
    return this.index.componentNames;
  }

  /** Whether the file of this state may be the one that was read, by what the server says of it. */
  mayBe({ identity, size }: FileState): boolean {
    return size >= this.read && (this.identity === undefined || this.identity === identity);
  }

  isUnchanged({ size, modified }: FileState): boolean {
    return size === this.read && modified === this.modified;
  }

  /** Whether the last bytes that were read still stand in the file: some servers give a new file an old number. */
  async stillIn(file: OpenFile, ask: Ask): Promise<boolean> {
    const found = new Uint8Array(this.mark.length);
    const length = await ask(() => file.read(found, this.read - found.length));
    return length === found.length && found.every((byte, at) => byte === this.mark[at]);
  }

  /** Reads to the end of the file. `progress` is called after each piece. */
  async readOn(file: OpenFile, state: FileState, ask: Ask, progress: () => void): Promise<void> {
    this.identity = state.identity;
    this.modified = state.modified;
    while (this.read < state.size) {
      const room = this.scanner.room(Math.min(pieceBytes, state.size - this.read));
      const length = await ask(() => file.read(room, this.read));
      if (length === 0) break;
      this.keepMark(room.subarray(0, length));
      this.scanner.filled(length);
      this.read += length;
      this.keepPiece();
      progress();
    }
    this.lookAtHeld();
  }

  private keepMark(bytes: Uint8Array): void {
    this.mark = Buffer.concat([this.mark, bytes.subarray(-markBytes)]).subarray(-markBytes);
  }

  private keepPiece(): void {
    const { place } = this.scanner;
    const last = this.pieces.at(-1)?.place.offset ?? 0;
    if (place.offset - last >= pieceBytes / 2) this.pieces.push({ place, record: this.index.length });
  }

  private lookAtHeld(): void {
    this.unfinished = new LogIndex(this.reading.bias);
    const { held, place } = this.scanner;
    if (held.length === 0) return;
    const rest = new LogScanner(this.reading.platform, this.unfinished.add, place);
    rest.push(held);
    rest.end();
  }
}
