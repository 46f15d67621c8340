import type { LogLine } from './logLine';

/** What an analyser found in the logs of one component, for a table in a terminal and for a page alike. */
export interface Report {
  /** What asks for attention, the worst first. */
  readonly findings: readonly Finding[];
  readonly sections: readonly Section[];
  /** What happened to packages, jobs and DPs, in order: is put together across logs. */
  readonly traces: readonly Trace[];
}

export type FindingTone = 'error' | 'warning' | 'info';

/** A conclusion in words, and the lines that it rests on. */
export interface Finding {
  readonly tone: FindingTone;
  readonly text: string;
  readonly subject: Subject;
  readonly lines: readonly LogLine[];
}

/** What something is about; names in upper case, as they may be spelt in any way. */
export interface Subject {
  readonly packageId?: string;
  readonly dp?: string;
  readonly job?: string;
  readonly site?: string;
  readonly content?: string;
}

/** A table. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Rows that were before these and are not kept: memory is bounded. */
  readonly earlier: number;
}

/**
 * How a column's cells are meant: `text` is a string or a number that names something, `line` a LogLine that is shown by its time, the others numbers:
 * `count`, `bytes`, `rate` (bytes a second), `duration` (milliseconds). null is unknown, or none.
 */
export type ColumnKind = 'text' | 'count' | 'bytes' | 'rate' | 'duration' | 'line';

export interface Column {
  /** For programs: `packageId`. */
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
}

export type Cell = string | number | LogLine | null;

export interface Row {
  readonly cells: readonly Cell[];
  readonly subject: Subject;
  readonly lines: readonly LogLine[];
  /** How the row is looked at; undefined: nothing is to be said. */
  readonly tone?: FindingTone;
}

/** Something that happened to a subject. */
export interface Trace {
  readonly subject: Subject;
  readonly at: LogLine;
  /** `Transfer job 577 began`. */
  readonly text: string;
  readonly tone: FindingTone;
}

const weight: Readonly<Record<FindingTone, number>> = { error: 0, warning: 1, info: 2 };

/** Findings of the same weight stay in their order. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => weight[a.tone] - weight[b.tone]);
