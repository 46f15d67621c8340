import { Interner } from '../index/interner';
import type { ScannedBytes } from '../scan/logScanner';
import { logFormats, severities, Span, type RecordFields } from '../scan/recordFields';
import { utcOf, type BiasPolicy } from '../time/utcOf';
import type { Analyser } from './analyser';
import { readLogName } from './logName';
import type { RunningAnalysis } from './runningAnalysis';

/** What of a file was for an analyser. */
export interface FileSummary {
  readonly file: string;
  readonly records: number;
  /** Records that no analyser takes. */
  readonly notTaken: number;
  /** The components of those. */
  readonly otherComponents: readonly string[];
}

const mostComponents = 1000;
const mostThreads = 2 ** 16;
const shownComponents = 10;

/** Longest message that is given to analysers, in bytes: none of the lines that they know is as long. */
const longestMessage = 2 ** 16;

/** Gives the records of a file to the analyses that take them. */
export class FileReading<Facts> {
  private readonly components = new Interner(mostComponents);
  private readonly threads = new Interner(mostThreads);
  private readonly threadValues: (number | string)[] = [];
  /** By the component's number and the format. */
  private readonly takers = new Map<number, readonly RunningAnalysis<Facts>[]>();
  private readonly others = new Set<string>();
  private readonly logName: string;
  private readonly beginning = new Span();
  private records = 0;
  private notTaken = 0;

  constructor(
    private readonly file: string,
    private readonly analysers: readonly Analyser<Facts>[],
    private readonly analysisOf: (analyser: Analyser<Facts>) => RunningAnalysis<Facts>,
    private readonly policy: BiasPolicy,
  ) {
    this.logName = readLogName(file).name;
  }

  take(record: RecordFields, scanned: ScannedBytes): void {
    this.records++;
    const { component, thread, whole, message } = record;
    const number = component.isEmpty ? -1 : this.components.numberOf(scanned, component);
    const name = this.components.text(number) ?? '';
    const takers = this.takersOf(number, name, record.format);
    if (takers.every(({ analyser }) => analyser.watches === true)) this.notTaken++;
    if (takers.length === 0) return;
    if (record.torn) {
      for (const taker of takers) taker.takeTorn(this.file);
      return;
    }
    this.beginning.set(message.from, Math.min(message.to, message.from + longestMessage));
    const given = {
      at: {
        file: this.file,
        line: record.line,
        offset: scanned.offsetOf(whole.from),
        time: record.local,
        utc: utcOf(record.local, record.bias, record.biasIsOffset, this.policy),
      },
      message: scanned.text(this.beginning),
      component: name,
      thread: thread.isEmpty ? null : this.threadOf(record, scanned),
      severity: severities[record.severity] ?? 'none',
      format: logFormats[record.format] ?? 'plain',
    };
    for (const taker of takers) taker.take(given);
  }

  get summary(): FileSummary {
    const { file, records, notTaken } = this;
    return { file, records, notTaken, otherComponents: [...this.others] };
  }

  /** Threads come again and again: each is read once. */
  private threadOf({ thread, threadIsHex }: RecordFields, scanned: ScannedBytes): number | string {
    const number = this.threads.numberOf(scanned, thread);
    const known = this.threadValues[number];
    if (known !== undefined) return known;
    const value = threadValue(scanned.text(thread), threadIsHex);
    if (number >= 0) this.threadValues[number] = value;
    return value;
  }

  private takersOf(number: number, name: string, format: number): readonly RunningAnalysis<Facts>[] {
    const key = (number + 1) * logFormats.length + format;
    const known = this.takers.get(key);
    if (known !== undefined) return known;
    const source = {
      component: name.toLowerCase(),
      logName: this.logName,
      format: logFormats[format] ?? 'plain',
    };
    const takers = this.analysers.filter((analyser) => analyser.takes(source)).map(this.analysisOf);
    this.takers.set(key, takers);
    const isTaken = takers.some(({ analyser }) => analyser.watches !== true);
    if (!isTaken && name !== '' && this.others.size < shownComponents) this.others.add(name);
    return takers;
  }
}

const threadValue = (text: string, isHex: boolean): number | string =>
  (isHex ? /^[\da-f]{1,8}$/i : /^\d{1,10}$/).test(text) ? Number.parseInt(text, isHex ? 16 : 10) : text;
