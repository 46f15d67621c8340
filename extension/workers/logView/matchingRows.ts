import { setImmediate } from 'node:timers/promises';
import { GrowingList } from '../../core/logs/view/growingList';
import { Timeline } from '../../core/logs/view/timeline';
import type { Severity } from '../../core/logs/scan/recordFields';
import type { RecordOrder } from './recordOrder';
import type { RecordTester } from './recordTester';

/** Milliseconds of work before other questions get their turn. */
const turn = 8;

/** Matches that can be taken back one by one; a change further back counts everything anew. */
const mostRecent = 20_000;

interface Match {
  readonly position: number;
  readonly time: number;
  readonly severity: Severity;
  readonly component: string | null;
}

/** The positions that fit a filter, found one after the other, and what they count up to. */
export class MatchingRows {
  passed = 0;
  matched = 0;
  warnings = 0;
  errors = 0;
  timeline = new Timeline();
  private readonly positions = new GrowingList((length) => new Uint32Array(length));
  private readonly counts = new GrowingList((length) => new Uint32Array(length));
  private readonly templates = new GrowingList((length) => new Uint32Array(length));
  private recent: Match[] = [];
  /** All matches from this position on are in `recent`. */
  private recentFrom = 0;

  constructor(
    private readonly order: RecordOrder,
    private readonly tester: RecordTester,
    /** All positions fit, and each is a row. */
    private readonly isEverything: boolean,
    private readonly collapses: boolean,
  ) {}

  get rows(): number {
    return this.isEverything ? this.order.length : this.positions.length;
  }

  positionAt(row: number): number {
    return this.isEverything ? row : this.positions.at(row);
  }

  countAt(row: number): number {
    return this.collapses ? this.counts.at(row) : 1;
  }

  /** The row of a position, or of the next one that has a row. */
  rowOf(position: number): number {
    return this.isEverything ? position : this.positions.countBelow(position);
  }

  /** undefined as long as nobody has looked at it. */
  fits(position: number): boolean | undefined {
    if (this.isEverything) return true;
    if (position >= this.passed) return undefined;
    return this.positions.at(this.positions.countBelow(position)) === position;
  }

  /** Looks at all positions that are left. `progress` is called after each turn. */
  async run(signal: AbortSignal, progress: () => void): Promise<void> {
    const { order, tester } = this;
    let until = performance.now() + turn;
    while (this.passed < order.length) {
      const log = order.logAt(this.passed);
      const record = order.recordAt(this.passed);
      let fits = this.isEverything ? true : tester.fits(log, record);
      if (fits === undefined) {
        await tester.read(log, record, signal);
        if (signal.aborted) return;
        fits = tester.fits(log, record) ?? false;
      }
      if (fits) this.add(log, record);
      this.passed++;
      if ((this.passed & 63) !== 0 || performance.now() < until) continue;
      progress();
      await setImmediate();
      if (signal.aborted) return;
      until = performance.now() + turn;
    }
  }

  /** Forgets what was found from this position on. */
  cut(position: number): void {
    if (position >= this.passed) return;
    this.tester.forget();
    if (position < this.recentFrom) {
      this.begin();
      return;
    }
    this.passed = position;
    for (;;) {
      const last = this.recent.at(-1);
      if (last === undefined || last.position < position) return;
      this.takeBack(last);
      this.recent.pop();
    }
  }

  private add(log: number, record: number): void {
    const indexed = this.order.logs[log]?.records.at(record);
    if (indexed === undefined) return;
    const { time, severity, component } = indexed;
    const match = { position: this.passed, time, severity, component: component ?? null };
    this.count(match, 1);
    this.remember(match);
    if (this.isEverything) return;
    const last = this.positions.length - 1;
    const template = this.collapses ? this.tester.templateOf(log, record) : 0;
    if (this.collapses && last >= 0 && this.templates.at(last) === template) {
      this.counts.set(last, this.counts.at(last) + 1);
      return;
    }
    this.positions.push(match.position);
    if (!this.collapses) return;
    this.counts.push(1);
    this.templates.push(template);
  }

  private remember(match: Match): void {
    const { recent } = this;
    if (this.order.length - match.position > mostRecent) {
      if (recent.length > 0) this.recent = [];
      this.recentFrom = match.position + 1;
      return;
    }
    if (recent.push(match) <= 2 * mostRecent) return;
    this.recent = recent.slice(-mostRecent);
    this.recentFrom = this.recent[0]?.position ?? match.position + 1;
  }

  private takeBack(match: Match): void {
    this.count(match, -1);
    if (this.isEverything) return;
    const last = this.positions.length - 1;
    if (this.positions.at(last) !== match.position) this.counts.set(last, this.counts.at(last) - 1);
    else for (const list of [this.positions, this.counts, this.templates]) list.cut(last);
  }

  private count({ time, severity, component }: Match, by: 1 | -1): void {
    this.matched += by;
    if (severity === 'error') this.errors += by;
    if (severity === 'warning') this.warnings += by;
    this.timeline.add(time, severity, component, by);
  }

  private begin(): void {
    this.passed = this.matched = this.warnings = this.errors = 0;
    this.timeline = new Timeline();
    this.recent = [];
    this.recentFrom = 0;
    for (const list of [this.positions, this.counts, this.templates]) list.cut(0);
  }
}
