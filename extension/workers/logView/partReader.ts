import type { RecordFields } from '../../core/logs/scan/recordFields';
import { LogScanner, type ScannedBytes } from '../../core/logs/scan/logScanner';
import { RemoteFileError } from '../../ports/remoteFiles';
import type { LogFiles } from './logFiles';
import { pieceBytes, type LogPart } from './logPart';

/** Takes a record of a part; its texts are at hand during the call only. */
export type NumberedSink = (number: number, record: RecordFields, scanned: ScannedBytes) => void;

/** Asked for at a time, so that every answer shows that the server is there. */
const chunkBytes = 1024 * 1024;

/** Reads records of a part again, by its index. Bytes that were read last are kept for the next question. */
export class PartReader {
  private kept: { readonly from: number; readonly bytes: Uint8Array } = { from: 0, bytes: new Uint8Array() };

  constructor(
    readonly part: LogPart,
    private readonly files: LogFiles,
    /** Bytes to read at once: many where the next pieces are going to be asked for. */
    private readonly atOnce = pieceBytes,
  ) {}

  /** The number of the piece that holds a record. */
  pieceOf(record: number): number {
    const { pieces } = this.part;
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((pieces[middle]?.record ?? Infinity) <= record) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Its first record, and the first one behind it. */
  recordsOf(piece: number): { readonly from: number; readonly to: number } {
    const { pieces, length } = this.part;
    return { from: pieces[piece]?.record ?? length, to: pieces[piece + 1]?.record ?? length };
  }

  /** @throws RemoteFileError, also when the file has become another one */
  async bytesOf(piece: number, signal: AbortSignal): Promise<Uint8Array> {
    const { pieces, read } = this.part;
    const from = pieces[piece]?.place.offset ?? read;
    const to = pieces[piece + 1]?.place.offset ?? read;
    const { kept } = this;
    if (from < kept.from || to > kept.from + kept.bytes.length)
      this.kept = {
        from,
        bytes: await this.readBytes(from, Math.min(Math.max(to, from + this.atOnce), read), signal),
      };
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
    scanner.push(bytes);
    scanner.end();
  }

  private readBytes(from: number, to: number, signal: AbortSignal): Promise<Uint8Array> {
    const { part } = this;
    return this.files.open(part.path, signal, async (file, state, ask) => {
      if (!part.mayBe(state)) throw replaced(part.path);
      const bytes = part.reading.platform.allocate(to - from);
      let filled = 0;
      while (filled < bytes.length) {
        const at = filled;
        const length = await ask(() => file.read(bytes.subarray(at, at + chunkBytes), from + at));
        if (length === 0) throw replaced(part.path);
        filled += length;
      }
      return bytes;
    });
  }
}

const replaced = (path: string): RemoteFileError =>
  new RemoteFileError('notFound', `${path} has become another file. It is being read again.`);
