/** What a capture takes. `text` is what stands before the next part of the pattern. */
export const captureKinds = ['text', 'number', 'hex', 'guid', 'package'] as const;
export type CaptureKind = (typeof captureKinds)[number];

export interface Literal {
  readonly kind: 'literal';
  /** Folded (`foldLine`). */
  readonly text: string;
}

/** Takes as much as it can, at once and for good: nothing is tried again with less. */
export interface Token {
  readonly kind: Exclude<CaptureKind, 'text'>;
  readonly name: string;
}

/** Parts that follow each other without a gap. */
export interface Run {
  /** Of the text between the run before and this one; undefined when nobody wants it. */
  readonly gap: string | undefined;
  readonly parts: readonly (Literal | Token)[];
}

/** Text in a message: runs in their order, with anything between, before and behind them. */
export interface Pattern {
  readonly runs: readonly Run[];
  /** Of the text behind the last run. */
  readonly rest: string | undefined;
}

export const capturesOf = ({ runs, rest }: Pattern): readonly string[] =>
  [
    ...runs.flatMap(({ gap, parts }) => [
      gap,
      ...parts.map((part) => (part.kind === 'literal' ? undefined : part.name)),
    ]),
    rest,
  ].filter((name) => name !== undefined);
