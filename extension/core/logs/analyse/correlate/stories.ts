import { Bounded } from '../bounded';
import type { AnalysedLog } from '../logAnalysis';
import { mostRows } from '../latest';
import { elapsed, momentOf, type LogLine } from '../logLine';
import type { FindingTone, Subject, Trace } from '../report';

/** A trace, and the analyser that it is from. */
export interface Step extends Trace {
  readonly analyser: string;
}

/** What several logs tell about one thing, in the order of time. */
export interface Story {
  readonly subject: Subject;
  readonly steps: readonly Step[];
  readonly first: LogLine;
  readonly last: LogLine;
  /** The longest time in which no log told anything of it, in milliseconds. */
  readonly longestWait: number;
  readonly tone: FindingTone;
}

/**
 * Puts together what happened to each package on each distribution point, by all logs. What only one log tells is in
 * that log's tables.
 */
export const storiesOf = (logs: readonly AnalysedLog<unknown>[]): readonly Story[] => {
  const byKey = new Bounded<string, Step[]>(() => undefined, mostRows);
  for (const { analyser, report } of logs)
    for (const trace of report.traces)
      byKey.at(keyOf(trace.subject), () => []).push({ ...trace, analyser: analyser.id });
  return byKey.all.flatMap((steps) =>
    new Set(steps.map(({ analyser }) => analyser)).size < 2 ? [] : [storyOf(steps)],
  );
};

/** Jobs are part of the story of their package; what has none has a story by its job or content. */
const keyOf = ({ packageId, dp, job, site, content }: Subject): string =>
  packageId === undefined
    ? JSON.stringify([job ?? null, site ?? null, content ?? null])
    : JSON.stringify([packageId, dp ?? site ?? null]);

const storyOf = (unordered: readonly Step[]): Story => {
  const steps = unordered.toSorted((a, b) => momentOf(a.at) - momentOf(b.at));
  const [first = unordered[0]] = steps;
  const last = steps.at(-1) ?? first;
  if (first === undefined || last === undefined) throw new RangeError('A story has at least one step.');
  const waits = steps.slice(1).map(({ at }, index) => elapsed((steps[index] ?? first).at, at));
  return {
    subject: first.subject,
    steps,
    first: first.at,
    last: last.at,
    longestWait: waits.reduce((most, wait) => (wait > most ? wait : most), 0),
    tone: last.tone,
  };
};
