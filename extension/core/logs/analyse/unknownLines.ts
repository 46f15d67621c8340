import type { AnalysedRecord } from './analysedRecord';
import type { LogLine } from './logLine';
import { messageShape } from './messageShape';

/** Lines of a component that its analyser does not know; nothing was concluded from them. */
export interface NotKnown {
  readonly count: number;
  /** Records without head, end or attributes: they are no evidence. */
  readonly torn: number;
  /** The most frequent shapes first; not all of them when there are many. */
  readonly samples: readonly UnknownShape[];
}

export interface UnknownShape {
  /** `Sleep # seconds`: what is the same in all of them. */
  readonly shape: string;
  readonly count: number;
  readonly first: LogLine;
}

const mostShapes = 200;
const shownShapes = 20;

export class UnknownLines {
  private count = 0;
  private torn = 0;
  private readonly shapes = new Map<string, { count: number; readonly first: LogLine }>();

  add({ message, at }: AnalysedRecord): void {
    this.count++;
    const shape = messageShape(message);
    const known = this.shapes.get(shape);
    if (known !== undefined) known.count++;
    else if (this.shapes.size < mostShapes) this.shapes.set(shape, { count: 1, first: at });
  }

  addTorn(): void {
    this.torn++;
  }

  get all(): NotKnown {
    const samples = [...this.shapes]
      .map(([shape, { count, first }]) => ({ shape, count, first }))
      .toSorted((a, b) => b.count - a.count)
      .slice(0, shownShapes);
    return { count: this.count, torn: this.torn, samples };
  }
}
