import type { RecordFields } from '../../core/logs/scan/recordFields';
import { LogScanner, type ScannedBytes } from '../../core/logs/scan/logScanner';
import { RemoteFileError } from '../../ports/remoteFiles';
import type { LogFiles } from './logFiles';
import { pieceBytes, type LogPart } from './logPart';

/** Takes a record of a part; its texts are at hand during the call only. */
export type NumberedSink = (number: number, record: RecordFields, scanned: ScannedBytes) => void;

/** Asked for at a time, so that every answer shows that the server is there; more of one that answers soon. */
const chunkBytes = 1024 * 1024;
const mostChunkBytes = 4 * chunkBytes;
/** Milliseconds. */
const soon = 200;

interface Window {
  readonly from: number;
  readonly bytes: Uint8Array;
  /** What the bytes are in. */
  readonly memory: Uint8Array;
}

const noWindow: Window = { from: 0, bytes: new Uint8Array(), memory: new Uint8Array() };

/** Reads records of a part again, by its index. Bytes that were read last are kept for the next question. */
export class PartReader {
  private kept = noWindow;
  /** What is read meanwhile, because it is going to be asked for; undefined when that did not work. */
  private ahead: { readonly from: number; readonly window: Promise<Window | undefined> } | undefined;
  private chunk = chunkBytes;
  /** Memory of a window that is not looked at any more. */
  private spare: Uint8Array = new Uint8Array();

  constructor(
    readonly part: LogPart,
    private readonly files: LogFiles,
    /** Bytes to read at once: many where the pieces beside it are going to be asked for. */
    private readonly atOnce = pieceBytes,
  ) {}

  /** The number of the piece that holds a record. */
  pieceOf(record: number): number {
    return this.lastPiece(({ record: first }) => first <= record);
  }

  /** Its first record, and the first one behind it. */
  recordsOf(piece: number): { readonly from: number; readonly to: number } {
    const { pieces, length } = this.part;
    return { from: pieces[piece]?.record ?? length, to: pieces[piece + 1]?.record ?? length };
  }

  /**
   * The bytes of a piece. Where many are read at once, they stay what they are until the next piece is asked for.
   * @throws RemoteFileError, also when the file has become another one
   */
  async bytesOf(piece: number, signal: AbortSignal): Promise<Uint8Array> {
    const from = this.offsetOf(piece);
    const to = this.offsetOf(piece + 1);
    if (!holds(this.kept, from, to)) {
      const before = this.kept;
      const ahead = this.ahead?.from === from ? await this.ahead.window : undefined;
      this.ahead = undefined;
      if (this.atOnce > pieceBytes) this.spare = before.memory;
      this.kept = noWindow;
      this.kept =
        ahead !== undefined && holds(ahead, from, to) ? ahead : await this.readAround(piece, before, signal);
      if (from === endOf(before)) this.readAhead(signal);
    }
    return this.kept.bytes.subarray(from - this.kept.from, to - this.kept.from);
  }

  /** Hands over the records of a piece, from one of them on, until `to`. */
  scan(piece: number, bytes: Uint8Array, sink: NumberedSink): void {
    const start = this.part.pieces[piece];
    if (start === undefined) return;
    let number = start.record;
    const scanner = new LogScanner(
      this.part.reading.platform,
      (record, scanned) => sink(number++, record, scanned),
      start.place,
    );
    scanner.whole(bytes);
  }

  private offsetOf(piece: number): number {
    return this.part.pieces[piece]?.place.offset ?? this.part.read;
  }

  private lastPiece(holds: (piece: LogPart['pieces'][number]) => boolean): number {
    const { pieces } = this.part;
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const piece = pieces[middle];
      if (piece !== undefined && holds(piece)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whole pieces: from one on, or, where those before the last ones are asked for, up to it. */
  private readAround(piece: number, before: Window, signal: AbortSignal): Promise<Window> {
    const from = this.offsetOf(piece);
    const to = this.offsetOf(piece + 1);
    if (to !== before.from || before.bytes.length === 0) return this.readFrom(piece, signal);
    const first = this.lastPiece(({ place }) => place.offset <= Math.max(0, to - this.atOnce));
    return this.readBytes(Math.min(from, this.offsetOf(first)), to, signal);
  }

  private readFrom(piece: number, signal: AbortSignal): Promise<Window> {
    const from = this.offsetOf(piece);
    const last = this.lastPiece(({ place }) => place.offset <= from + this.atOnce);
    const to = from + this.atOnce >= this.part.read ? this.part.read : this.offsetOf(last);
    return this.readBytes(from, Math.max(to, this.offsetOf(piece + 1)), signal);
  }

  private readAhead(signal: AbortSignal): void {
    const from = endOf(this.kept);
    if (from >= this.part.read || this.atOnce <= pieceBytes) return;
    const piece = this.lastPiece(({ place }) => place.offset <= from);
    // What goes wrong is told when these bytes are asked for.
    const window = this.readFrom(piece, signal).catch(() => undefined);
    this.ahead = { from, window };
  }

  /** For a window; new memory costs about as much as reading into it. */
  private memory(length: number): Uint8Array {
    const { spare } = this;
    this.spare = new Uint8Array();
    if (spare.length >= length) return spare;
    const isOneOfMany = this.atOnce > pieceBytes;
    return this.part.reading.platform.allocate(
      isOneOfMany ? Math.max(length, this.atOnce + pieceBytes) : length,
    );
  }

  private readBytes(from: number, to: number, signal: AbortSignal): Promise<Window> {
    const { part } = this;
    return this.files.open(part.path, signal, async (file, state, ask) => {
      if (!part.mayBe(state)) throw replaced(part.path);
      const memory = this.memory(to - from);
      const bytes = memory.subarray(0, to - from);
      let filled = 0;
      while (filled < bytes.length) {
        const at = filled;
        const began = performance.now();
        const length = await ask(() => file.read(bytes.subarray(at, at + this.chunk), from + at));
        if (length === 0) throw replaced(part.path);
        this.chunk = performance.now() - began < soon ? Math.min(this.chunk * 2, mostChunkBytes) : chunkBytes;
        filled += length;
      }
      return { from, bytes, memory };
    });
  }
}

const endOf = ({ from, bytes }: Window): number => from + bytes.length;

const holds = (window: Window, from: number, to: number): boolean =>
  from >= window.from && to <= endOf(window);

const replaced = (path: string): RemoteFileError =>
  new RemoteFileError('notFound', `${path} has become another file. It is being read again.`);
