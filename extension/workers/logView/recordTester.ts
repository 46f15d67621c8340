import type { IndexedRecord } from '../../core/logs/index/logIndex';
import type { RecordFields } from '../../core/logs/scan/recordFields';
import type { ScannedBytes } from '../../core/logs/scan/logScanner';
import type { IndexedFacts, LogFilter, RecordTexts } from '../../core/logs/view/logFilter';
import { templateOf } from '../../core/logs/view/template';
import { candidatesOf, literalPattern, type LiteralPattern } from './candidates';
import type { LogFiles } from './logFiles';
import type { LogPart } from './logPart';
import { PartReader } from './partReader';
import { pieceText, type PieceText } from './pieceText';
import type { OrderedLog } from './recordOrder';

/** Pieces are asked for one after the other: few, large reads. */
const aheadBytes = 4 * 1024 * 1024;

/** Milliseconds; when one piece takes longer, the expression would not get through a log. */
const slowest = 5000;

/** What was found of the records of one piece; numbers are those of the log. */
interface Tested {
  readonly from: number;
  readonly fits: Uint8Array;
  /** Numbers of what they say; empty when nobody asks. */
  readonly templates: Uint32Array;
}

const nothingTested: Tested = { from: 0, fits: new Uint8Array(), templates: new Uint32Array() };

/** Tests records by a filter; pieces of logs are read only where their texts decide. */
export class RecordTester {
  private readers = new WeakMap<LogPart, PartReader>();
  /** Of each log, the piece that was read last. */
  private readonly tested: Tested[];
  private readonly now = Date.now();
  /** What the messages that fit have in their bytes; undefined when nothing can be told by them. */
  private readonly pattern: LiteralPattern | undefined;

  constructor(
    private readonly filter: LogFilter,
    private readonly logs: readonly OrderedLog[],
    private readonly files: LogFiles,
    private readonly wantsTemplates = false,
  ) {
    this.tested = logs.map(() => nothingTested);
    const { literal } = filter;
    if (literal !== undefined && !wantsTemplates) this.pattern = literalPattern(literal);
  }

  /** undefined: `read` has to be called for the record first. */
  fits(log: number, record: number): boolean | undefined {
    const { from, fits } = this.tested[log] ?? nothingTested;
    if (record >= from && record - from < fits.length) return fits[record - from] === 1;
    const ordered = this.logs[log];
    const indexed = ordered?.records.at(record);
    if (ordered === undefined || indexed === undefined) return false;
    const decided = this.filter.test(factsOf(indexed, ordered), undefined, this.now);
    return decided === true && this.wantsTemplates ? undefined : decided;
  }

  templateOf(log: number, record: number): number {
    const { from, templates } = this.tested[log] ?? nothingTested;
    return templates[record - from] ?? 0;
  }

  /** Reads the piece that a record is in. @throws RemoteFileError when that does not work */
  async read(log: number, record: number, signal: AbortSignal): Promise<void> {
    const ordered = this.logs[log];
    const found = ordered?.records.locate(record);
    if (ordered === undefined || found === undefined) return;
    const { part } = found;
    const reader = this.readers.get(part) ?? new PartReader(part, this.files, aheadBytes);
    this.readers.set(part, reader);
    const piece = reader.pieceOf(found.record);
    const { from, to } = reader.recordsOf(piece);
    const bytes = await reader.bytesOf(piece, signal);
    const tested = {
      from: record - found.record + from,
      fits: new Uint8Array(to - from),
      templates: new Uint32Array(this.wantsTemplates ? to - from : 0),
    };
    const text = pieceText(part, piece, bytes);
    const candidates =
      this.pattern === undefined || text === undefined
        ? undefined
        : candidatesOf(part, piece, text, this.pattern);
    if (candidates?.size !== 0) {
      const texts = new ScannedTexts(text?.isAscii === true ? text : undefined);
      const began = performance.now();
      reader.scan(piece, bytes, (number, fields, scanned) => {
        const indexed = part.at(number);
        if (indexed === undefined || number >= to || candidates?.has(number) === false) return;
        texts.take(fields, scanned);
        if (this.filter.test(factsOf(indexed, ordered), texts, this.now) === true)
          tested.fits[number - from] = 1;
        if (this.wantsTemplates)
          tested.templates[number - from] = templateOf(scanned.bytes, fields.message.from, fields.message.to);
      });
      if (performance.now() - began > slowest)
        throw new Error('The regular expression takes too long. Make it simpler, or search for a word.');
    }
    this.tested[log] = tested;
  }

  /** What was found is of no use any more: the log was written to, or has become another file. */
  forget(): void {
    this.readers = new WeakMap();
    this.tested.fill(nothingTested);
  }
}

/** Texts of the record that is scanned: decoded when a filter asks for them. */
class ScannedTexts implements RecordTexts {
  private fields: RecordFields | undefined;
  private scanned: ScannedBytes | undefined;
  private messageText: string | undefined;

  /** @param piece of ASCII, whose slices take less time than decoding */
  constructor(private readonly piece: PieceText | undefined) {}

  take(fields: RecordFields, scanned: ScannedBytes): void {
    this.fields = fields;
    this.scanned = scanned;
    this.messageText = undefined;
  }

  get message(): string {
    return (this.messageText ??= this.textOf('message'));
  }

  get source(): string {
    return this.textOf('source');
  }

  get component(): string {
    return this.textOf('component');
  }

  get thread(): string {
    return this.textOf('thread');
  }

  private textOf(name: 'message' | 'source' | 'component' | 'thread'): string {
    const { fields, scanned, piece } = this;
    if (fields === undefined || scanned === undefined) return '';
    const span = fields[name];
    if (piece === undefined || span.to <= span.from) return scanned.text(span);
    const [from, to] = [scanned.offsetOf(span.from), scanned.offsetOf(span.to)];
    return piece.text.slice(from - piece.offset, to - piece.offset);
  }
}

const factsOf = (record: IndexedRecord, { name, distance }: OrderedLog): IndexedFacts => ({
  severity: record.severity,
  component: record.component,
  thread: record.thread,
  log: name,
  time: record.time,
  local: Number.isNaN(record.utc) ? record.time : record.utc - distance,
});
