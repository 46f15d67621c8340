import type { Pattern } from './pattern';

export const signatureSeverities = ['error', 'warning', 'info'] as const;
export type SignatureSeverity = (typeof signatureSeverities)[number];

/** A known-bad pattern of a log, and what is known about it. */
export interface Signature {
  readonly id: string;
  readonly title: string;
  readonly severity: SignatureSeverity;
  /** Names of logs without their ends, and of components; in any other, it is not looked for. Both empty: any log. */
  readonly logs: readonly string[];
  readonly components: readonly string[];
  readonly line: LineTest;
  readonly then: SecondLine | undefined;
  readonly repeated: Repetition | undefined;
  readonly meaning: string;
  /** What proves it or rules it out. */
  readonly evidence: readonly string[];
  readonly advice: readonly string[];
  /** A URL, or what else can be looked up. */
  readonly source: string;
}

/** A message that one of the patterns fits and whose captures are as asked. */
export interface LineTest {
  readonly patterns: readonly Pattern[];
  readonly where: readonly Condition[];
}

/** The other side is a number, or the name of another capture. */
export interface Condition {
  readonly capture: string;
  readonly is: 'atLeast' | 'atMost' | 'equal';
  readonly than: number | string;
}

/** What two lines may share: the thread of one log, or what a capture of both took. */
export const threadKey = 'thread';

/** A second line that has to follow. */
export interface SecondLine extends LineTest {
  readonly same: readonly string[];
  readonly differs: readonly string[];
  /** Of the log, from the one to the other; undefined: any number. */
  readonly lines: number | undefined;
  readonly seconds: number | undefined;
}

/** So many times within so many seconds. */
export interface Repetition {
  readonly times: number;
  readonly seconds: number;
  readonly same: readonly string[];
}
