import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument, type Position, type Range } from 'vscode-languageserver-textdocument';
import { recordAt, recordNumber, type DocumentRecord } from './documentRecord';
import type { BlockMentions } from './blockMentions';
import { LogMentions } from './logMentions';
import { LogRecords } from './logRecords';
import { joinEdits, type PendingEdit } from './pendingEdit';
import type { RecordBlock } from './recordBlock';

/**
 * An open log: its text, and its records. They are read when they are first asked for, and brought up to date when
 * they are next asked for after edits, so that what nobody looks at costs nothing.
 */
export class LogDocument implements TextDocument {
  private known: LogRecords | undefined;
  private pending: PendingEdit | undefined;
  private readonly mentions = new LogMentions();

  constructor(private content: TextDocument) {}

  get uri(): string {
    return this.content.uri;
  }

  get languageId(): string {
    return this.content.languageId;
  }

  get version(): number {
    return this.content.version;
  }

  get lineCount(): number {
    return this.content.lineCount;
  }

  getText(range?: Range): string {
    return this.content.getText(range);
  }

  /** From one unit to before another one. */
  slice(start: number, end: number): string {
    return this.content.getText().slice(start, end);
  }

  getLineRange(line: number): Range {
    return this.content.getLineRange(line);
  }

  getEOLCharacters(line: number): string {
    return this.content.getEOLCharacters(line);
  }

  positionAt(offset: number): Position {
    return this.content.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.content.offsetAt(position);
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  get records(): LogRecords {
    if (this.known === undefined) this.known = new LogRecords(this.getText());
    else if (this.pending !== undefined) this.known.edit(this.getText(), this.pending);
    this.pending = undefined;
    return this.known;
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
    return this.mentions.of(block, this.getText(), siteCodes);
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
    for (const change of changes) this.change(change, version);
  }

  private change(change: TextDocumentContentChangeEvent, version: number): void {
    if (!('range' in change)) {
      this.known = undefined;
      this.pending = undefined;
      this.content = TextDocument.update(this.content, [change], version);
      return;
    }
    const start = this.offsetAt(change.range.start);
    const oldEnd = this.offsetAt(change.range.end);
    const newEnd = start + change.text.length;
    this.content = TextDocument.update(this.content, [change], version);
    if (this.splitsBreak(start) || this.splitsBreak(newEnd)) this.countLinesAgain(version);
    if (this.known !== undefined) this.pending = joinEdits(this.pending, { start, oldEnd, newEnd });
  }

  /** Whether a CR and its LF stand on either side of a place: they came together, and are one line break now. */
  private splitsBreak(offset: number): boolean {
    return this.slice(offset - 1, offset + 1) === '\r\n';
  }

  private countLinesAgain(version: number): void {
    this.content = TextDocument.update(this.content, [{ text: this.getText() }], version);
  }
}

/** How the documents of the language server are made and changed. */
export const logDocuments = {
  create: (uri: string, languageId: string, version: number, content: string): LogDocument =>
    new LogDocument(TextDocument.create(uri, languageId, version, content)),
  update: (
    document: LogDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): LogDocument => {
    document.update(changes, version);
    return document;
  },
};
