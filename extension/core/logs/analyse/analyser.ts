import type { AnalysedRecord, RecordSource } from './analysedRecord';
import type { Report } from './report';

/**
 * Reads the logs of one component. It is pure: what it finds depends on the records and their order alone, not on how
 * files were cut or rolled over. Its memory is bounded, whatever the size of the logs.
 */
export interface Analyser<Facts> {
  readonly id: string;
  /** For people: `Distribution manager`. */
  readonly title: string;
  /** Logs of one name are one analysis with what was rolled over of them; with `folder`, all logs of a folder are. */
  readonly reach: 'log' | 'folder';
  takes(source: RecordSource): boolean;
  /** It only looks for some lines: a log that no other analyser takes is not analysed. */
  readonly watches?: true;
  begin(): Analysis<Facts>;
  report(facts: Facts): Report;
}

/** An analysis under way. */
export interface Analysis<Facts> {
  /** False: the analyser does not know this line. Torn records are never given. */
  step(record: AnalysedRecord): boolean;
  /** What is known so far; may be asked for again when more was read. */
  end(): Facts;
}

/**
 * Takes the records of these components (in lower case). Lines without a component are no evidence: they are what was
 * torn off a record, or was pasted in.
 */
export const ofComponents =
  (...components: readonly string[]): Analyser<unknown>['takes'] =>
  ({ component }) =>
    components.includes(component);
