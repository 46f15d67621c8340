import type { AnalysedRecord } from './analysedRecord';
import type { Analyser, Analysis } from './analyser';
import type { AnalysedLog } from './logAnalysis';
import { UnknownLines } from './unknownLines';

/** An analyser at work on one log. */
export class RunningAnalysis<Facts> {
  private readonly analysis: Analysis<Facts>;
  private readonly files: string[] = [];
  private readonly unknown = new UnknownLines();
  private known = 0;

  constructor(
    readonly analyser: Analyser<Facts>,
    private log: string,
  ) {
    this.analysis = analyser.begin();
  }

  take(record: AnalysedRecord): void {
    this.isFrom(record.at.file);
    if (this.analysis.step(record)) this.known++;
    else this.unknown.add(record);
  }

  takeTorn(file: string): void {
    this.isFrom(file);
    this.unknown.addTorn();
  }

  result(): AnalysedLog<Facts> {
    const { analyser, log, files, known } = this;
    const facts = this.analysis.end();
    return { analyser, log, files, facts, report: analyser.report(facts), known, notKnown: this.unknown.all };
  }

  private isFrom(file: string): void {
    if (this.files.at(-1) === file) return;
    this.files.push(file);
    if (this.analyser.reach === 'log') this.log = file;
  }
}
