import type { Severity } from '../scan/recordFields';

/** Records of a stretch of time. */
export interface TimeBar {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly records: number;
  readonly warnings: number;
  readonly errors: number;
}

export interface TimeBars {
  /** Milliseconds that a bar stands for. */
  readonly width: number;
  /** Without those that have no records. */
  readonly bars: readonly TimeBar[];
}

interface Counts {
  records: number;
  warnings: number;
  errors: number;
}

/** More are folded into half as many of twice the width. */
const mostKept = 4096;

/** Counts records over time, whatever span of time they turn out to have. */
export class Timeline {
  private width = 1000;
  private counts = new Map<number, Counts>();
  private place = NaN;
  private last: Counts | undefined;

  /** @param by -1 takes a record back */
  add(time: number, severity: Severity, by: 1 | -1 = 1): void {
    if (Number.isNaN(time)) return;
    const place = Math.floor(time / this.width);
    const counts = place === this.place && this.last !== undefined ? this.last : this.at(place);
    counts.records += by;
    if (severity === 'error') counts.errors += by;
    if (severity === 'warning') counts.warnings += by;
    while (this.counts.size > mostKept) this.fold();
  }

  /** At most so many bars from the first record to the last. */
  bars(most: number): TimeBars {
    const places = [...this.counts]
      .filter(([, { records }]) => records > 0)
      .map(([place]) => place)
      .toSorted((a, b) => a - b);
    const [first = 0] = places;
    const span = (places.at(-1) ?? 0) - first + 1;
    const step = Math.max(1, Math.ceil(span / most));
    const folded = new Map<number, Counts>();
    for (const place of places) sum(folded, Math.floor(place / step), this.counts.get(place));
    const width = this.width * step;
    return {
      width,
      bars: [...folded].map(([place, counts]) => ({ time: place * width, ...counts })),
    };
  }

  private at(place: number): Counts {
    const counts = this.counts.get(place) ?? none();
    this.counts.set(place, counts);
    this.place = place;
    this.last = counts;
    return counts;
  }

  private fold(): void {
    const folded = new Map<number, Counts>();
    for (const [place, counts] of this.counts) sum(folded, Math.floor(place / 2), counts);
    this.counts = folded;
    this.width *= 2;
    this.last = undefined;
  }
}

const none = (): Counts => ({ records: 0, warnings: 0, errors: 0 });

const sum = (into: Map<number, Counts>, place: number, more: Counts = none()): void => {
  const counts = into.get(place) ?? none();
  counts.records += more.records;
  counts.warnings += more.warnings;
  counts.errors += more.errors;
  into.set(place, counts);
};
