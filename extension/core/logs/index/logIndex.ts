import {
  logFormats,
  severities,
  type LogFormat,
  type RecordFields,
  type Severity,
} from '../scan/recordFields';
import type { ScannedBytes } from '../scan/logScanner';
import { utcOf, type BiasPolicy } from '../time/utcOf';
import { Interner } from './interner';
import {
  blockRecords,
  flagsWord,
  lengthWord,
  lineWord,
  manyLines,
  offsetWord,
  partsWord,
  RecordBlock,
  rowTimes,
  rowWords,
  threadWord,
  timePlace,
} from './recordBlock';

/** What the index knows of a record; its texts are in the file, at `offset`. */
export interface IndexedRecord {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly endLine: number;
  /** Milliseconds since 1970; NaN when it is not known. */
  readonly utc: number;
  /** UTC where it is known, else local time; NaN when the record has none. */
  readonly time: number;
  readonly severity: Severity;
  readonly format: LogFormat;
  readonly torn: boolean;
  /** null when the record has none; undefined when the log has too many to number: then the file tells. */
  readonly component: string | null | undefined;
  readonly thread: number | string | null | undefined;
}

const mostComponents = 2 ** 16 - 2;
const noComponent = 2 ** 16 - 1;
const otherComponent = 2 ** 16 - 2;
/** Threads are their number; those above are texts, from the highest downwards. */
const mostThreadNumber = 2 ** 31;
const noThread = 2 ** 32 - 1;
const otherThread = 2 ** 32 - 2;
const mostThreadTexts = 2 ** 16;

const tornFlag = 1 << 8;
const utcFlag = 1 << 9;

/** Offset, length, lines, time, severity, component and thread of every record of a log, in 32 bytes each. */
export class LogIndex {
  private readonly blocks: RecordBlock[] = [];
  private readonly ends: number[] = [];
  private readonly components = new Interner(mostComponents);
  private readonly threads = new Interner(mostThreadTexts);
  private readonly longRecords = new Map<number, number>();
  private block = new RecordBlock(0, 0);
  private used = blockRecords;
  private count = 0;

  constructor(private readonly policy: BiasPolicy = 'auto') {}

  get length(): number {
    return this.count;
  }

  readonly add = (record: RecordFields, scanned: ScannedBytes): void => {
    const offset = scanned.offsetOf(record.whole.from);
    if (this.used === blockRecords || offset - this.block.offset > noThread)
      this.addBlock(offset, record.line);
    const { block } = this;
    const { words } = block;
    const row = this.used * rowWords;
    const more = record.endLine - record.line;
    if (more >= manyLines) this.longRecords.set(this.count, more);
    const utc = utcOf(record.local, record.bias, record.biasIsOffset, this.policy);
    const knows = utc === utc;
    words[row + offsetWord] = offset - block.offset;
    words[row + lengthWord] = scanned.offsetOf(record.whole.to) - offset;
    words[row + lineWord] = record.line - block.line;
    words[row + partsWord] = Math.min(more, manyLines) | (this.componentNumber(record, scanned) << 16);
    words[row + threadWord] = this.threadNumber(record, scanned);
    words[row + flagsWord] =
      record.severity | (record.format << 3) | (record.torn ? tornFlag : 0) | (knows ? utcFlag : 0);
    block.times[this.used * rowTimes + timePlace] = knows ? utc : record.local;
    this.used++;
    this.count++;
  };

  /** undefined beyond the last one. */
  at(index: number): IndexedRecord | undefined {
    const number = this.blockOf(index);
    const block = this.blocks[number];
    if (block === undefined) return undefined;
    const row = index - (number === 0 ? 0 : (this.ends[number - 1] ?? 0));
    const wordOf = (place: number): number => block.words[row * rowWords + place] ?? 0;
    const line = block.line + wordOf(lineWord);
    const flags = wordOf(flagsWord);
    const time = block.times[row * rowTimes + timePlace] ?? NaN;
    return {
      offset: block.offset + wordOf(offsetWord),
      length: wordOf(lengthWord),
      line,
      endLine: line + (this.longRecords.get(index) ?? wordOf(partsWord) & manyLines),
      utc: (flags & utcFlag) === 0 ? NaN : time,
      time,
      severity: severities[flags & 7] ?? 'none',
      format: logFormats[(flags >> 3) & 31] ?? 'plain',
      torn: (flags & tornFlag) !== 0,
      component: this.componentOf(wordOf(partsWord) >>> 16),
      thread: this.threadOf(wordOf(threadWord)),
    };
  }

  /** Where a record ends; NaN beyond the last one. */
  endOf(index: number): number {
    const number = this.blockOf(index);
    const block = this.blocks[number];
    if (block === undefined) return NaN;
    const row = (index - (number === 0 ? 0 : (this.ends[number - 1] ?? 0))) * rowWords;
    return block.offset + (block.words[row + offsetWord] ?? 0) + (block.words[row + lengthWord] ?? 0);
  }

  /** Of the components of all records. */
  get componentNames(): readonly string[] {
    return this.components.all;
  }

  private addBlock(offset: number, line: number): void {
    if (this.count > 0) this.ends.push(this.count);
    this.block = new RecordBlock(offset, line);
    this.blocks.push(this.block);
    this.used = 0;
  }

  /** Blocks are full but where a file jumps, so the guess is nearly always right. */
  private blockOf(index: number): number {
    if (index < 0 || index >= this.count) return -1;
    let number = Math.min(Math.floor(index / blockRecords), this.blocks.length - 1);
    while (number < this.ends.length && index >= (this.ends[number] ?? Infinity)) number++;
    return number;
  }

  private componentNumber({ component }: RecordFields, scanned: ScannedBytes): number {
    if (component.from < 0) return noComponent;
    const number = this.components.numberOf(scanned, component);
    return number < 0 ? otherComponent : number;
  }

  private componentOf(number: number): string | null | undefined {
    return number === noComponent ? null : this.components.text(number);
  }

  private threadNumber({ thread, threadIsHex }: RecordFields, scanned: ScannedBytes): number {
    const { from, to } = thread;
    if (to <= from) return noThread;
    const value = threadIsHex ? -1 : decimal(scanned.bytes, from, to);
    if (value >= 0) return value;
    const number = this.threads.numberOf(scanned, thread);
    return number < 0 ? otherThread : mostThreadNumber + number;
  }

  private threadOf(number: number): number | string | null | undefined {
    if (number === noThread) return null;
    if (number === otherThread) return undefined;
    return number < mostThreadNumber ? number : this.threads.text(number - mostThreadNumber);
  }
}

/** -1 for what is no number, or one that no thread has. */
const decimal = (bytes: Uint8Array, from: number, to: number): number => {
  if (to - from > 9) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};
