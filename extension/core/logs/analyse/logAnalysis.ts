import type { LogBytes } from '../logBytes';
import { LogScanner } from '../scan/logScanner';
import type { BiasPolicy } from '../time/utcOf';
import type { Analyser } from './analyser';
import { FileReading, type FileSummary } from './fileReading';
import { readLogName } from './logName';
import { RunningAnalysis } from './runningAnalysis';
import type { NotKnown } from './unknownLines';
import type { Report } from './report';

/** What one analyser found in one log, with what was rolled over of it. */
export interface AnalysedLog<Facts> {
  readonly analyser: Analyser<Facts>;
  /** The file that is written now, or the folder of an analyser that reads several logs. */
  readonly log: string;
  readonly files: readonly string[];
  readonly facts: Facts;
  readonly report: Report;
  /** Lines that the analyser understood. */
  readonly known: number;
  readonly notKnown: NotKnown;
}

/** What is written to this file goes to the analysers. */
export interface FileInput {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** Gives the records of logs to the analysers that know them. Logs come one after the other, in reading order. */
export class LogAnalysis<Facts> {
  private readonly running = new Map<string, RunningAnalysis<Facts>>();
  private readonly summaries: FileReading<Facts>[] = [];

  constructor(
    private readonly platform: LogBytes,
    private readonly analysers: readonly Analyser<Facts>[],
    private readonly policy: BiasPolicy = 'auto',
  ) {}

  /** Reads a file; it ends before the next one begins. */
  file(file: string): FileInput {
    const { folder, name } = readLogName(file);
    const analysisOf = (analyser: Analyser<Facts>): RunningAnalysis<Facts> => {
      const isOfLog = analyser.reach === 'log';
      const key = JSON.stringify([analyser.id, folder, isOfLog ? name : '']);
      const known = this.running.get(key) ?? new RunningAnalysis(analyser, isOfLog ? file : folder);
      this.running.set(key, known);
      return known;
    };
    const reading = new FileReading(file, this.analysers, analysisOf, this.policy);
    this.summaries.push(reading);
    const scanner = new LogScanner(this.platform, (record, scanned) => reading.take(record, scanned));
    return { push: (bytes) => scanner.push(bytes), end: () => scanner.end() };
  }

  /** Of each analyser that was given a record, in the order of the analysers. */
  results(): readonly AnalysedLog<Facts>[] {
    const all = [...this.running.values()];
    return this.analysers.flatMap((analyser) =>
      all.filter((one) => one.analyser === analyser).map((one) => one.result()),
    );
  }

  get files(): readonly FileSummary[] {
    return this.summaries.map((reading) => reading.summary);
  }
}
