/** Shapes of a record; the number of one is its place here. */
export const logFormats = [
  'plain',
  'ccm',
  'server',
  'setup',
  'viewer',
  'forum',
  'export',
  'windowsUpdate',
  'cbs',
  'dism',
  'panther',
  'msi',
  'toolkit',
  'iis',
  'stamped',
] as const;
export type LogFormat = (typeof logFormats)[number];

/** In rising order of trouble; `none` is what says nothing about itself, and what is verbose. */
export const severities = ['none', 'success', 'info', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

const numbered = <const T extends readonly string[]>(names: T) =>
  Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<Record<T[number], number>>;

export const formatNumber = numbered(logFormats);
export const severityNumber = numbered(severities);

/** Where a part of a record stands; both -1 when the record does not have it. */
export class Span {
  from = -1;
  to = -1;

  set(from: number, to: number): void {
    this.from = from;
    this.to = to;
  }

  clear(): void {
    this.from = -1;
    this.to = -1;
  }

  get isEmpty(): boolean {
    return this.to <= this.from;
  }
}

/**
 * What was found of the record at hand: places in the scanned bytes, half-open, and numbers. There is one for a whole
 * file, written anew for each record, because five million objects would take longer than what they hold.
 */
export class RecordFields {
  format = 0;
  severity = 0;
  /** The record is whole only in part: its head, its end or its attributes are missing. */
  torn = false;
  readonly whole = new Span();
  readonly message = new Span();
  readonly component = new Span();
  readonly thread = new Span();
  readonly source = new Span();
  readonly type = new Span();
  /** 1 is the first line of the file. */
  line = 1;
  endLine = 1;
  /** The thread is written in hexadecimal digits only. */
  threadIsHex = false;
  /** A script or an app-deploy toolkit wrote it: its bias is an offset, and its type 0 is success. */
  byScript = false;
  /** Milliseconds since 1970 by the clock that the record was written by; NaN is unknown. */
  local = NaN;
  /** Minutes as written; NaN when none is. */
  bias = NaN;
  /** The writer means an offset from UTC by its bias: the other sign. */
  biasIsOffset = false;

  /** For a record that begins here and of which nothing is known yet. */
  begin(from: number, format: number): void {
    this.format = format;
    this.severity = severityNumber.none;
    this.torn = false;
    this.whole.set(from, from);
    this.message.set(from, from);
    this.component.clear();
    this.thread.clear();
    this.source.clear();
    this.type.clear();
    this.threadIsHex = false;
    this.byScript = false;
    this.local = NaN;
    this.bias = NaN;
    this.biasIsOffset = false;
  }
}
