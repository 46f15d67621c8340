/** A line of a log that a conclusion rests on. Lines begin with 1; the offset is in bytes of the file. */
export interface LogLine {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
  /** Milliseconds since 1970 by the writer's clock, as the log shows it; NaN when the line has no time. */
  readonly time: number;
  /** Milliseconds since 1970; NaN when the writer's distance from UTC is not known. */
  readonly utc: number;
}

/** Milliseconds from one line to another: by UTC where both tell it, else by the writer's clock; NaN when unknown. */
export const elapsed = (from: LogLine, to: LogLine): number => {
  const exact = to.utc - from.utc;
  return Number.isNaN(exact) ? to.time - from.time : exact;
};

/** For order: UTC where it is known, else the writer's clock. */
export const momentOf = ({ utc, time }: LogLine): number => (Number.isNaN(utc) ? time : utc);

/** `2023-05-09 12:03:07` by the writer's clock, which is what the log shows. */
export const timeText = ({ time }: Pick<LogLine, 'time'>): string =>
  !Number.isFinite(time) ? 'an unknown time' : new Date(time).toISOString().slice(0, 19).replace('T', ' ');

const mostLines = 12;

/** Adds to the lines that a fact rests on. Of many the first ones and the newest are kept. */
export const restOn = (lines: LogLine[], line: LogLine): void => {
  if (lines.length >= mostLines) lines.pop();
  lines.push(line);
};
