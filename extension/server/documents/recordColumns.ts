/** Columns of a block's records. Places count from the block's first unit, lines from its first line. */
export class RecordColumns {
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  readonly lines: Uint32Array;
  /** Lines beyond the first. */
  readonly moreLines: Uint32Array;
  /** From the record's start, as for the places that follow; half-open. */
  readonly messageFrom: Uint32Array;
  readonly messageTo: Uint32Array;
  /** Numbers of texts; 0 is none. */
  readonly components: Uint32Array;
  readonly threads: Uint32Array;
  readonly threadFrom: Uint32Array;
  /** Milliseconds since 1970, by the writer's clock and in UTC; NaN is unknown. */
  readonly locals: Float64Array;
  readonly utcs: Float64Array;
  /** Severity and format, by their numbers, and what else is yes or no. */
  readonly flags: Uint16Array;

  constructor(length: number, from?: RecordColumns) {
    const places = (column: Uint32Array | undefined): Uint32Array => copied(new Uint32Array(length), column);
    const times = (column: Float64Array | undefined): Float64Array =>
      copied(new Float64Array(length), column);
    this.starts = places(from?.starts);
    this.lengths = places(from?.lengths);
    this.lines = places(from?.lines);
    this.moreLines = places(from?.moreLines);
    this.messageFrom = places(from?.messageFrom);
    this.messageTo = places(from?.messageTo);
    this.components = places(from?.components);
    this.threads = places(from?.threads);
    this.threadFrom = places(from?.threadFrom);
    this.locals = times(from?.locals);
    this.utcs = times(from?.utcs);
    this.flags = copied(new Uint16Array(length), from?.flags);
  }
}

const copied = <T extends Uint16Array | Uint32Array | Float64Array>(column: T, from: T | undefined): T => {
  if (from !== undefined) column.set(from.subarray(0, column.length));
  return column;
};

export const severityOf = (flags: number): number => flags & 7;
export const formatOf = (flags: number): number => (flags >> 3) & 31;
export const isTorn = (flags: number): boolean => (flags & tornFlag) !== 0;
export const threadIsHex = (flags: number): boolean => (flags & hexFlag) !== 0;

const tornFlag = 1 << 8;
const hexFlag = 1 << 9;

export const flagsOf = (severity: number, format: number, torn: boolean, hex: boolean): number =>
  severity | (format << 3) | (torn ? tornFlag : 0) | (hex ? hexFlag : 0);
