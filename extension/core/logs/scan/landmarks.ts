import { ascii, carriageReturn, closeBracket, lineFeed, startsWith } from './ascii';

const closer = ascii(']LOG]!>');

/** Beyond all bytes; a small number, which takes less time than Infinity. */
export const nowhere = 2 ** 30 - 1;

/**
 * The next line feed, carriage return and `]LOG]!>` of some bytes. Each is looked for once, by the bytes' own
 * `indexOf`, which in Node's Buffer is many times as fast as a loop; asked for from a place before the one found last,
 * it is still that. Places must be asked for in rising order.
 */
export class Landmarks {
  private feed = -1;
  private carriage = -1;
  private close = -1;

  constructor(private readonly bytes: Uint8Array) {}

  /** `nowhere` when there is none. */
  lineFeed(from: number): number {
    if (this.feed < from) this.feed = found(this.bytes.indexOf(lineFeed, from));
    return this.feed;
  }

  /** `nowhere` when there is none. */
  carriageReturn(from: number): number {
    if (this.carriage < from) this.carriage = found(this.bytes.indexOf(carriageReturn, from));
    return this.carriage;
  }

  /** Where the next line breaks, by CR LF, LF or CR; `nowhere` when it does not. */
  lineBreak(from: number): number {
    return Math.min(this.lineFeed(from), this.carriageReturn(from));
  }

  /** From here on earlier places may be asked for than before; not of `]LOG]!>`. */
  goBack(): void {
    this.feed = -1;
    this.carriage = -1;
  }

  /** The same of carriage returns only, whose line goes on. */
  goBackInLine(): void {
    this.carriage = -1;
  }

  /** Of `]LOG]!>`; `nowhere` when there is none. */
  closer(from: number): number {
    if (this.close >= from) return this.close;
    let at = this.bytes.indexOf(closeBracket, from);
    while (at >= 0 && !startsWith(this.bytes, at, closer)) at = this.bytes.indexOf(closeBracket, at + 1);
    return (this.close = found(at));
  }
}

const found = (at: number): number => (at < 0 ? nowhere : at);
