import type { CleanupReading } from './cleanupItem';
import type { RunRecord } from './runRecord';

/** How a log came to its end. */
export type CleanupEnd =
  | { readonly kind: 'finished'; readonly at: number }
  /** The tool gave up: an exception, or an exit code that is not 0. */
  | { readonly kind: 'stopped'; readonly why: string }
  | { readonly kind: 'notFinished'; readonly why: string }
  /** Nothing proves that the tool came to its end. */
  | { readonly kind: 'notKnown'; readonly why: string };

/** A log of the cleanup tool, and what is known of the run that wrote it. */
export interface CleanupLog {
  /** Name of the file. */
  readonly name: string;
  /** Where it was read: a path for people. */
  readonly place: string;
  /** UTC epoch milliseconds. */
  readonly modified: number;
  /** Of its bytes, 64 hex digits in upper case. */
  readonly sha256: string;
  /** Its last line has an end. */
  readonly isWhole: boolean;
  readonly reading: CleanupReading;
  /** undefined: there is none beside it. */
  readonly record: RunRecord | undefined;
}

/** A log that was written to this short a time ago may still grow, milliseconds. */
const stillWarm = 2 * 60_000;

export const cleanupEnd = (log: CleanupLog, now: number): CleanupEnd => {
  const { record, reading, sha256, modified, isWhole } = log;
  if (reading.exception !== undefined) return { kind: 'stopped', why: reading.exception };
  if (record !== undefined) {
    if (record.sha256 !== sha256)
      return {
        kind: 'notKnown',
        why: 'The log is not what it was when the tool ended: it was changed since.',
      };
    return record.result === 0
      ? { kind: 'finished', at: record.ended }
      : { kind: 'stopped', why: `The tool gave back ${record.result}.` };
  }
  if (!isWhole) return { kind: 'notFinished', why: 'Its last line is cut off.' };
  if (now - modified < stillWarm)
    return { kind: 'notFinished', why: 'It was written to just now: the tool may still be running.' };
  return {
    kind: 'notKnown',
    why: 'Nothing beside it says that the tool came to its end. The script that runs the what-if writes that down.',
  };
};

/** Record first: a name can be given by anybody. undefined: not told. */
export const cleanupMode = ({ record, reading }: CleanupLog): 'whatIf' | 'delete' | undefined =>
  record?.mode ?? reading.mode;

/** It is no log of the tool: most of its lines are of other writers, or nothing in it was recognised. */
export const isForeign = ({ reading }: CleanupLog): boolean =>
  reading.lines > 0 && (reading.foreign * 2 > reading.lines || reading.notRecognised.count === reading.lines);
