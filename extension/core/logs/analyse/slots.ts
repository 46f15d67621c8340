import { Latest } from './latest';
import { elapsed, type LogLine } from './logLine';

/** How many of a limited number of threads were in use, as a line tells. */
export interface SlotUse {
  readonly used: number;
  readonly limit: number;
  readonly at: LogLine;
}

/** A time in which all were in use: from the first line that says so to the first that says otherwise. */
export interface FullTime {
  readonly limit: number;
  readonly from: LogLine;
  /** The last line that says so. */
  readonly last: LogLine;
  /** undefined: no line says that it ended. */
  readonly to: LogLine | undefined;
}

export interface SlotFacts {
  readonly now: SlotUse | undefined;
  readonly most: SlotUse | undefined;
  /** Each time the number changed. */
  readonly changes: readonly SlotUse[];
  readonly earlierChanges: number;
  readonly full: readonly FullTime[];
}

/** Times that are kept. */
const mostFull = 1000;

/** Follows lines such as `Currently using 2 out of 3`. */
export class Slots {
  private now: SlotUse | undefined;
  private most: SlotUse | undefined;
  private readonly changes = new Latest<SlotUse>();
  private readonly full = new Latest<FullTime>(mostFull);
  private open: FullTime | undefined;

  use(used: number, limit: number, at: LogLine): void {
    const use = { used, limit, at };
    if (this.now?.used !== used || this.now.limit !== limit) this.changes.push(use);
    this.now = use;
    if (this.most === undefined || used > this.most.used) this.most = use;
    if (limit > 0 && used >= limit)
      this.open = { limit, from: this.open?.from ?? at, last: at, to: undefined };
    else if (this.open !== undefined) {
      this.full.push({ ...this.open, to: at });
      this.open = undefined;
    }
  }

  get facts(): SlotFacts {
    const { now, most, changes, full, open } = this;
    return {
      now,
      most,
      changes: changes.all,
      earlierChanges: changes.earlier,
      full: open === undefined ? full.all : [...full.all, open],
    };
  }
}

/** Milliseconds that all were in use, as far as lines tell. */
export const fullFor = ({ from, last, to }: FullTime): number => elapsed(from, to ?? last);
