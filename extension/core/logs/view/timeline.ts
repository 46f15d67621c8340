import type { Severity } from '../scan/recordFields';

/** How many records, and how many of them say that something is wrong. */
export interface RecordCounts {
  readonly records: number;
  readonly warnings: number;
  readonly errors: number;
}

/** Records of a stretch of time. */
export interface TimeBar extends RecordCounts {
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** What one component wrote over time, or several together. */
export interface TimeLane extends RecordCounts {
  /** Those that wrote; records of the rest may name none. */
  readonly components: readonly string[];
  readonly isRest: boolean;
  readonly bars: readonly TimeBar[];
}

export interface TimeBars {
  /** Milliseconds that a bar stands for. */
  readonly width: number;
  /** Without those that have no records. */
  readonly bars: readonly TimeBar[];
  /** The busiest components, and then the rest together; of the same stretches of time. */
  readonly lanes: readonly TimeLane[];
}

class Counts implements RecordCounts {
  records = 0;
  warnings = 0;
  errors = 0;

  add({ records, warnings, errors }: RecordCounts): void {
    this.records += records;
    this.warnings += warnings;
    this.errors += errors;
  }
}

/** Counts of a stretch of time, by the number of the component. */
type Place = (Counts | undefined)[];

/** Counts that are kept; more are folded into half as many stretches of twice the width. */
const mostPlaces = 4096;
const mostCounts = 4 * mostPlaces;

/** Components with counts of their own. Those that come later are counted together. */
const mostComponents = 255;

/** Counts records over time by component, whatever span of time and however many components they turn out to have. */
export class Timeline {
  private width = 1000;
  private places = new Map<number, Place>();
  private kept = 0;
  private readonly components = new Map<string | null, number>();
  private readonly names: (string | null)[] = [];
  private lastComponent: string | null = null;
  private lastNumber = -1;
  private lastPlace = NaN;
  private last: Place = [];

  /** @param by -1 takes a record back */
  add(time: number, severity: Severity, component: string | null, by: 1 | -1 = 1): void {
    if (Number.isNaN(time)) return;
    const counts = this.countsAt(Math.floor(time / this.width), this.numberOf(component));
    counts.records += by;
    if (severity === 'error') counts.errors += by;
    if (severity === 'warning') counts.warnings += by;
    while (this.places.size > mostPlaces || this.kept > mostCounts) this.fold();
  }

  /**
   * At most so many bars from the first record to the last, and so many lanes.
   * @param mostLanes counts that of the rest
   */
  bars(most: number, mostLanes: number): TimeBars {
    const filled = [...this.places]
      .filter(([, place]) => totalOf(place).records > 0)
      .toSorted(([a], [b]) => a - b);
    const [[first] = [0]] = filled;
    const span = (filled.at(-1)?.[0] ?? 0) - first + 1;
    const step = Math.max(1, Math.ceil(span / most));
    const width = this.width * step;
    /** Of these components, or of all. */
    const barsOf = (numbers?: readonly number[]): readonly TimeBar[] => {
      const bars = new Map<number, Counts>();
      for (const [at, place] of filled) {
        const counts = totalOf(place, numbers);
        if (counts.records > 0) countsIn(bars, Math.floor(at / step)).add(counts);
      }
      return [...bars].map(([at, counts]: readonly [number, RecordCounts]) => ({
        time: at * width,
        ...counts,
      }));
    };
    const { alone, rest } = this.laneNumbers(mostLanes);
    const laneOf = (numbers: readonly number[], isRest: boolean): TimeLane => {
      const bars = barsOf(numbers);
      const components = numbers.map((number) => this.names[number] ?? '').filter((name) => name !== '');
      return { components, isRest, bars, ...totalOf(bars) };
    };
    const lanes = alone.map((number) => laneOf([number], false));
    return { width, bars: barsOf(), lanes: rest.length === 0 ? lanes : [...lanes, laneOf(rest, true)] };
  }

  /** Components with most records have a lane of their own. */
  private laneNumbers(most: number): { readonly alone: readonly number[]; readonly rest: readonly number[] } {
    const sums = this.names.map(() => 0);
    for (const place of this.places.values())
      place.forEach((counts, number) => (sums[number] = (sums[number] ?? 0) + (counts?.records ?? 0)));
    const named = sums
      .map((records, number) => ({ records, number }))
      .filter(({ records }) => records > 0)
      .toSorted((a, b) => b.records - a.records)
      .map(({ number }) => number);
    const own = named.filter((number) => (this.names[number] ?? '') !== '');
    const alone = own.length === named.length && own.length <= most ? own : own.slice(0, most - 1);
    return { alone, rest: named.filter((number) => !alone.includes(number)) };
  }

  private numberOf(component: string | null): number {
    if (component === this.lastComponent && this.lastNumber >= 0) return this.lastNumber;
    let number = this.components.get(component);
    if (number === undefined) {
      number = Math.min(this.names.length, mostComponents);
      if (number === this.names.length) this.names.push(number < mostComponents ? component : null);
      if (number < mostComponents) this.components.set(component, number);
    }
    this.lastComponent = component;
    return (this.lastNumber = number);
  }

  private countsAt(at: number, number: number): Counts {
    if (at !== this.lastPlace) {
      this.last = this.places.get(at) ?? [];
      this.places.set(at, this.last);
      this.lastPlace = at;
    }
    const known = this.last[number];
    if (known !== undefined) return known;
    this.kept++;
    return (this.last[number] = new Counts());
  }

  private fold(): void {
    const { places } = this;
    this.places = new Map();
    this.kept = 0;
    this.width *= 2;
    this.lastPlace = NaN;
    for (const [at, place] of places)
      place.forEach((counts, number) => {
        if (counts !== undefined) this.countsAt(Math.floor(at / 2), number).add(counts);
      });
    this.lastPlace = NaN;
  }
}

const totalOf = (place: readonly (RecordCounts | undefined)[], numbers?: readonly number[]): RecordCounts => {
  const total = new Counts();
  for (const counts of numbers === undefined ? place : numbers.map((number) => place[number]))
    if (counts !== undefined) total.add(counts);
  return total;
};

const countsIn = (bars: Map<number, Counts>, at: number): Counts => {
  const known = bars.get(at) ?? new Counts();
  bars.set(at, known);
  return known;
};
