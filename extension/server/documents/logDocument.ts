import { setImmediate } from 'node:timers/promises';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { BiasPolicy } from '../../core/logs/time/utcOf';
import { recordAt, recordNumber, type DocumentRecord } from './documentRecord';
import type { BlockMentions } from './blockMentions';
import { LogMentions } from './logMentions';
import { LogRecords } from './logRecords';
import { LogText } from './logText';
import { joinEdits, type PendingEdit } from './pendingEdit';
import type { RecordBlock } from './recordBlock';

/** Milliseconds of reading before other requests get their turn. */
const turn = 8;

/**
 * An open log: its text, and its records. They are read when they are first asked for, and brought up to date when
 * they are next asked for after edits, so that what nobody looks at costs nothing.
 */
export class LogDocument implements TextDocument {
  private known: LogRecords | undefined;
  private pending: PendingEdit | undefined;
  private reading: Promise<void> | undefined;
  private readonly mentions = new LogMentions();
  private bias: BiasPolicy = 'auto';

  private text: LogText;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
  ) {
    this.text = LogText.of(text);
  }

  get length(): number {
    return this.text.length;
  }

  get lineCount(): number {
    return this.text.lineCount;
  }

  /** Of all of a large log, `slice` is what to ask for. */
  getText(range?: Range): string {
    return range === undefined
      ? this.text.slice()
      : this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  /** From one unit to before another one. */
  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  getLineRange(line: number): Range {
    const last = Math.max(0, Math.min(line, this.lineCount - 1));
    const end = this.positionAt(this.offsetAt({ line: last, character: Infinity }));
    return { start: { line: last, character: 0 }, end };
  }

  getEOLCharacters(line: number): string {
    return this.text.breakOf(line);
  }

  positionAt(offset: number): Position {
    return this.text.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.text.offsetAt(position);
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** What the number behind a time means. */
  readAs(bias: BiasPolicy): void {
    if (bias !== this.bias) this.known = undefined;
    this.bias = bias;
  }

  /** Reads the records a little at a time, so that they are at hand then; edits that come meanwhile are taken in. */
  read(): Promise<void> {
    return (this.reading ??= this.readInTurns().finally(() => (this.reading = undefined)));
  }

  private async readInTurns(): Promise<void> {
    let records = this.begun();
    let until = performance.now() + turn;
    while (records.readOn()) {
      if (performance.now() < until) continue;
      await setImmediate();
      until = performance.now() + turn;
      records = this.begun();
    }
  }

  private begun(): LogRecords {
    return (this.known ??= new LogRecords(this.text, undefined, this.bias));
  }

  get records(): LogRecords {
    if (this.known === undefined) this.pending = undefined;
    const records = this.begun();
    if (this.pending !== undefined) records.edit(this.text, this.pending);
    this.pending = undefined;
    return records;
  }

  /** The record that a place is in, or behind. */
  recordAt(offset: number): DocumentRecord | undefined {
    return recordAt(this.records, offset);
  }

  /** By its number: 0 is the first one. */
  record(index: number): DocumentRecord | undefined {
    return recordNumber(this.records, index);
  }

  /** What the messages of a block name. `siteCodes` are those of known sites, which tell package IDs. */
  mentionsOf(block: RecordBlock, siteCodes: ReadonlySet<string>): BlockMentions {
    return this.mentions.of(block, this.text, siteCodes);
  }

  /** Of the numbers that records have for components and threads. */
  textOf(key: number): string {
    return this.records.numbers.text(key) ?? '';
  }

  /** Of the numbers that mentions have for what they name. */
  nameOf(key: number): string {
    return this.mentions.numbers.text(key) ?? '';
  }

  /** -1 for what no mention that was read so far names. */
  keyOf(name: string): number {
    return this.mentions.numbers.find(name);
  }

  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) this.change(change);
    this.version = version;
  }

  private change(change: TextDocumentContentChangeEvent): void {
    if (!('range' in change)) {
      this.known = undefined;
      this.pending = undefined;
      this.text = LogText.of(change.text);
      return;
    }
    const start = this.offsetAt(change.range.start);
    const oldEnd = this.offsetAt(change.range.end);
    const newEnd = start + change.text.length;
    this.text = this.text.replaced(start, oldEnd, change.text);
    if (this.known !== undefined) this.pending = joinEdits(this.pending, { start, oldEnd, newEnd });
  }
}

/** How the documents of the language server are made and changed. */
export const logDocuments = {
  create: (uri: string, languageId: string, version: number, content: string): LogDocument =>
    new LogDocument(uri, languageId, version, content),
  update: (
    document: LogDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): LogDocument => {
    document.update(changes, version);
    return document;
  },
};
