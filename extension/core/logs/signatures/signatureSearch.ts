import type { AnalysedRecord } from '../analyse/analysedRecord';
import { Bounded } from '../analyse/bounded';
import { elapsed, type LogLine } from '../analyse/logLine';
import type { Captures } from './fitPattern';
import type { FoldedLine } from './foldLine';
import { lineFit } from './lineFit';
import { threadKey, type SecondLine, type Signature } from './signature';
import type { SignatureHit } from './signatureHit';

export interface SeenRecord {
  readonly record: AnalysedRecord;
  readonly logName: string;
  readonly line: FoldedLine;
}

/** Threads and jobs that wait at once. */
const mostWaiting = 1000;

interface Waiting {
  readonly seen: SeenRecord;
  readonly captures: Captures;
}

interface Found {
  readonly captures: Captures;
  readonly lines: readonly LogLine[];
}

/** Looks for one signature. */
export class SignatureSearch {
  private readonly waiting = new Bounded<string, Waiting>(undefined, mostWaiting);
  private readonly repeats = new Bounded<string, readonly Found[]>(undefined, mostWaiting);
  private readonly places: ReadonlySet<string>;

  constructor(private readonly signature: Signature) {
    const { logs, components } = signature;
    this.places = new Set([
      ...logs.map((log) => `log ${log.toLowerCase()}`),
      ...components.map((component) => `component ${component.toLowerCase()}`),
    ]);
  }

  /** @param log in lower case, as the component */
  looksAt(log: string, component: string): boolean {
    const { places } = this;
    return places.size === 0 || places.has(`log ${log}`) || places.has(`component ${component}`);
  }

  add(seen: SeenRecord): readonly SignatureHit[] {
    const { signature } = this;
    const found = signature.then === undefined ? this.onlyLine(seen) : this.pair(seen, signature.then);
    const whole = found === undefined ? undefined : this.repeated(found, seen);
    return whole === undefined ? [] : [{ signature, ...whole }];
  }

  private onlyLine({ line, record }: SeenRecord): Found | undefined {
    const captures = lineFit(this.signature.line, line);
    return captures === undefined ? undefined : { captures, lines: [record.at] };
  }

  /** The second line is looked for before the first, because one line can be both. */
  private pair(seen: SeenRecord, then: SecondLine): Found | undefined {
    const found = this.secondLine(seen, then);
    const captures = lineFit(this.signature.line, seen.line);
    if (captures !== undefined) this.waiting.set(keyOf(then.same, seen, captures), { seen, captures });
    return found;
  }

  private secondLine(seen: SeenRecord, then: SecondLine): Found | undefined {
    const captures = lineFit(then, seen.line);
    if (captures === undefined) return undefined;
    const key = keyOf(then.same, seen, captures);
    const first = this.waiting.get(key);
    if (first === undefined || !follows(first, { seen, captures }, then)) return undefined;
    this.waiting.take(key);
    return {
      captures: { ...captures, ...first.captures },
      lines: [first.seen.record.at, seen.record.at],
    };
  }

  private repeated(found: Found, seen: SeenRecord): Found | undefined {
    const { repeated } = this.signature;
    if (repeated === undefined) return found;
    const key = keyOf(repeated.same, seen, found.captures);
    const all = [...(this.repeats.get(key) ?? []), found].slice(-repeated.times);
    const lines = all.flatMap((one) => one.lines);
    const isWhole = all.length === repeated.times && isWithin(lines[0], lines.at(-1), repeated.seconds);
    this.repeats.set(key, isWhole ? [] : all);
    return isWhole ? { captures: found.captures, lines } : undefined;
  }
}

const follows = (first: Waiting, second: Waiting, then: SecondLine): boolean => {
  const [a, b] = [first.seen.record.at, second.seen.record.at];
  const isNear = then.lines === undefined || (a.file === b.file && b.line - a.line <= then.lines);
  return (
    isNear &&
    (then.seconds === undefined || isWithin(a, b, then.seconds)) &&
    then.differs.every(
      (key) => keyOf([key], first.seen, first.captures) !== keyOf([key], second.seen, second.captures),
    )
  );
};

/** A thread is one of a log, also of what was rolled over of it. */
const keyOf = (keys: readonly string[], { record, logName }: SeenRecord, captures: Captures): string =>
  keys
    .map((key) => (key === threadKey ? `${logName} ${record.thread}` : captures[key]?.toLowerCase()))
    .join('\n');

/** In either order, because clocks of machines differ; without a time nothing is within anything. */
const isWithin = (a: LogLine | undefined, b: LogLine | undefined, seconds: number): boolean =>
  a !== undefined && b !== undefined && Math.abs(elapsed(a, b)) <= seconds * 1000;
