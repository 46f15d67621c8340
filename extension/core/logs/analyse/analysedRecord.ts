import type { LogFormat, Severity } from '../scan/recordFields';
import type { LogLine } from './logLine';

/** What an analyser sees of a whole record. */
export interface AnalysedRecord {
  readonly at: LogLine;
  /** Of very long messages the beginning. */
  readonly message: string;
  /** '' when the record has none. */
  readonly component: string;
  readonly thread: number | string | null;
  readonly severity: Severity;
  readonly format: LogFormat;
}

/** Where a record is from: what tells an analyser whether it is for it. */
export interface RecordSource {
  /** In lower case; '' when the record has none. */
  readonly component: string;
  /** Of the file, in lower case and without folder, stamp of rollover and ending: `distmgr`. */
  readonly logName: string;
  readonly format: LogFormat;
}
