import { closerLength, openerAt, openerLength, readCcmEnd } from '../formats/ccm';
import type { LineContext } from '../formats/context';
import { readOtherLine } from '../formats/readLine';
import { readServerLine } from '../formats/serverTrailer';
import { textSeverity } from '../severity/textSeverity';
import { DayCache } from '../time/date';
import {
  byteOrderMark,
  carriageReturn,
  greater,
  less,
  lineFeed,
  openBracket,
  skipBlanks,
  space,
  trimmedEnd,
} from './ascii';
import { CommonCcm } from './commonCcm';
import { CommonServer } from './commonServer';
import { Landmarks } from './landmarks';
import { breakEnd, breaksIn, characterStart, lineStart, nextBreak, passBreaks } from './lineBreaks';
import { formatNumber, RecordFields, severityNumber } from './recordFields';

/** Bytes; a longer record is cut, and its parts are marked as torn, so that no file takes more memory than it should. */
export const longestRecord = 2 ** 24;

/**
 * Finds the records in bytes that begin where a record may, one after the other, and decides for each line which form
 * it has. What it looks for is ASCII, so nothing is decoded.
 */
export class RecordScan {
  private readonly record = new RecordFields();
  private readonly days = new DayCache();
  private readonly ccm = new CommonCcm(this.days);
  private readonly server = new CommonServer(this.days);
  private bytes: Uint8Array = new Uint8Array();
  private marks = new Landmarks(this.bytes);
  /** Where the record at hand must end at the latest, and whether no more bytes than those will come for it. */
  private bound = 0;
  private isClosed = false;
  private trimmedFrom = -1;
  private trimmedTo = -1;

  /** `line` is the line that the bytes begin in; 1 is the first. `emit` is called when `record` is read. */
  constructor(
    readonly context: LineContext,
    public line: number,
    private readonly emit: (record: RecordFields) => void,
  ) {}

  /** Where the first record begins that may not be there as a whole. With `isWhole`, nothing follows the bytes. */
  read(bytes: Uint8Array, view: DataView, isWhole: boolean): number {
    this.bytes = bytes;
    this.marks = new Landmarks(bytes);
    this.trimmedFrom = -1;
    const { ccm, server } = this;
    ccm.begin(bytes, view);
    server.begin(bytes, view);
    for (let at = 0; ;) {
      let start = at;
      if (at + 2 < bytes.length && bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) {
        start += 2;
        this.line++;
      }
      let first = start < bytes.length ? (bytes[start] ?? 0) : 0;
      if (first < space || first === byteOrderMark) {
        const end = passBreaks(bytes, start, isWhole);
        this.line += breaksIn(bytes, start, end);
        start = end;
        if (start >= bytes.length) return lineStart(bytes, at, start);
        first = bytes[start] ?? 0;
      }
      // The fast paths. What they leave is read by what follows, which reads all else too.
      if (first === less) {
        const end = ccm.read(start);
        if (end >= 0) {
          this.finish(ccm.record, ccm.breaks);
          at = end;
          continue;
        }
      } else if (first !== openBracket) {
        const end = server.read(start);
        if (end >= 0) {
          this.finish(server.record, 0);
          at = end;
          continue;
        }
      }
      const isLong = bytes.length - start > longestRecord;
      this.bound = isLong ? characterStart(bytes, start + longestRecord) : bytes.length;
      this.isClosed = isLong || isWhole;
      const opener = openerAt(bytes, start);
      const next = opener < 0 ? this.readLine(start) : this.readCcm(start, opener + openerLength);
      if (next < 0) return lineStart(bytes, at, start);
      at = next;
    }
  }

  /** A record ends at the first `]LOG]!>` before the next opener at the start of a line, or is truncated there. */
  private readCcm(at: number, message: number): number {
    const { record, marks, bytes } = this;
    const closer = marks.closer(message);
    const isClosing = closer + closerLength <= this.bound;
    const limit = isClosing ? closer : this.bound;
    let lines = 0;
    for (let mark = marks.lineBreak(message); mark < limit; mark = marks.lineBreak(mark)) {
      mark = breakEnd(bytes, mark);
      if (openerAt(bytes, mark) >= 0) return this.truncate(at, message, mark);
      lines++;
    }
    if (!isClosing) return this.isClosed ? this.truncate(at, message, this.bound) : -1;
    const lineEnd = this.lineEnd(closer + closerLength);
    if (lineEnd < 0) return -1;
    record.begin(at, formatNumber.ccm);
    record.message.set(message, closer);
    this.readEnd(closer + closerLength, lineEnd);
    const next = skipBlanks(bytes, record.whole.to, lineEnd);
    // A server's log may quote a record of a client: then the line ends in the trailer of the server's.
    const quoted =
      lines === 0 &&
      next < lineEnd &&
      openerAt(bytes, next) < 0 &&
      this.isServerLine(at, this.trimmed(at, lineEnd));
    this.finish(record, lines);
    return quoted ? lineEnd : next;
  }

  /** Attributes hold no `]LOG]!>`, which also keeps those without an end from being looked through again and again. */
  private readEnd(attributes: number, lineEnd: number): void {
    const to = Math.min(lineEnd, this.marks.closer(attributes));
    readCcmEnd(this.bytes, attributes, to, this.record);
  }

  /** Where the line ends; -1 when its end is not there yet. */
  private lineEnd(from: number): number {
    const feed = this.marks.lineFeed(from);
    if (feed > this.bound) return this.isClosed ? Math.min(this.bound, this.marks.carriageReturn(from)) : -1;
    return Math.min(feed, this.marks.carriageReturn(from));
  }

  /** What was cut off in writing ends before the next opener, or before a line of a server's log. Its time is unknown. */
  private truncate(at: number, message: number, limit: number): number {
    const { record, bytes } = this;
    let end = limit;
    for (let mark = nextBreak(bytes, message, limit); mark < limit;) {
      const from = breakEnd(bytes, mark);
      mark = nextBreak(bytes, from, limit);
      if (!this.isServerLine(from, trimmedEnd(bytes, from, mark))) continue;
      end = from;
      this.marks.goBack();
      break;
    }
    end = trimmedEnd(bytes, message, end);
    record.begin(at, formatNumber.ccm);
    record.torn = true;
    record.whole.to = end;
    record.message.set(message, end);
    record.severity = textSeverity(bytes, message, end, severityNumber.none);
    this.finish(record, breaksIn(bytes, message, end));
    return end;
  }

  /** A line that is a record by itself. A lone CR does not end it, but before an opener. */
  private readLine(at: number): number {
    const { marks, bytes, record } = this;
    const feed = marks.lineFeed(at);
    if (feed > this.bound && !this.isClosed) return -1;
    const lineEnd = Math.min(feed, this.bound);
    const hasBreaks = marks.carriageReturn(at) < lineEnd - 1;
    const end = hasBreaks ? this.endBeforeOpener(at, lineEnd) : lineEnd;
    const to = this.trimmed(at, end);
    if (to === at) {
      // The CR of a CR LF is left to be passed with it.
      const next = bytes[end - 1] === carriageReturn ? end - 1 : end;
      this.line += breaksIn(bytes, at, next);
      return next;
    }
    if (!this.isServerLine(at, to)) {
      const closer = marks.closer(at);
      if (closer < to) return this.readOrphan(at, closer, to);
      readOtherLine(bytes, at, to, record, this.context);
      record.torn = feed > this.bound && this.bound < bytes.length;
      record.whole.to = to;
    }
    this.finish(record, hasBreaks ? breaksIn(bytes, at, to) : 0);
    return to;
  }

  /** Where a lone CR ends the line, because an opener follows it. Looks no further than what is read as one record. */
  private endBeforeOpener(at: number, lineEnd: number): number {
    const { marks, bytes } = this;
    const limit = Math.min(lineEnd - 1, marks.closer(at));
    for (let mark = marks.carriageReturn(at); mark < limit; mark = marks.carriageReturn(mark + 1))
      if (openerAt(bytes, mark + 1) >= 0) return mark;
    return lineEnd;
  }

  /** Where the blanks at the end of a line begin; the parts of a line share them. */
  private trimmed(at: number, end: number): number {
    if (this.trimmedFrom !== end || this.trimmedTo < at) {
      this.trimmedTo = trimmedEnd(this.bytes, at, end);
      this.trimmedFrom = end;
    }
    return this.trimmedTo;
  }

  /** The tail of a record whose head another process wrote over, or the text before a record that begins in the line. */
  private readOrphan(at: number, closer: number, end: number): number {
    const { bytes, record } = this;
    let inner = at + 1;
    while (inner < closer && openerAt(bytes, inner) < 0) inner++;
    if (inner < closer) {
      const to = trimmedEnd(bytes, at, inner);
      readOtherLine(bytes, at, to, record, this.context);
      record.torn = true;
      record.whole.to = to;
      this.finish(record, breaksIn(bytes, at, to));
      if (breaksIn(bytes, inner, closer) > 0) this.marks.goBackInLine();
      return inner;
    }
    record.begin(at, formatNumber.ccm);
    record.message.set(at, closer);
    this.readEnd(closer + closerLength, end);
    record.torn = true;
    this.finish(record, breaksIn(bytes, at, record.whole.to));
    return skipBlanks(bytes, record.whole.to, end);
  }

  /** Whether the line, without blanks at its end, is one of a server's log; then `record` is it. */
  private isServerLine(from: number, to: number): boolean {
    const { bytes, record } = this;
    if (bytes[to - 1] !== greater || !readServerLine(bytes, from, to, record)) return false;
    record.severity = textSeverity(bytes, record.message.from, record.message.to, severityNumber.info);
    return true;
  }

  private finish(record: RecordFields, lines: number): void {
    const { context } = this;
    record.line = this.line;
    this.line += lines;
    record.endLine = this.line;
    if (!Number.isNaN(record.local)) {
      context.local = record.local;
      context.bias = record.bias;
      context.biasIsOffset = record.biasIsOffset;
    }
    this.emit(record);
  }
}
