import { parseLogFilter } from '../../core/logs/view/logFilter';
import type * as protocol from '../../protocol/logPage';
import type { LogToOpen } from '../../protocol/logWorker';
import { FollowedLogs } from './followedLogs';
import { LogBookmarks } from './logBookmarks';
import type { LogFiles } from './logFiles';
import { MatchingRows } from './matchingRows';
import { RecordOrder, type OrderedLog } from './recordOrder';
import type { RecordReading } from './recordReading';
import { RecordTester } from './recordTester';
import { RowReader } from './rowReader';

/** Milliseconds between two times that the page is told of what goes on. */
const tellEvery = 60;

/** Logs as one page shows them: their records in order, filtered, and how far that is. */
export class LogView {
  order = new RecordOrder([]);
  reader: RowReader;
  rows: MatchingRows;
  generation = 0;
  view: protocol.LogView = { filter: '', hides: true, collapses: false };
  filterProblem: string | undefined;
  private changedFrom = 0;
  private isPreview = false;
  private run = new AbortController();
  private isRunning = false;
  private timer: NodeJS.Timeout | undefined;
  private isTold = false;
  readonly logs: FollowedLogs;
  readonly bookmarks: LogBookmarks;
  private readonly closed = new AbortController();

  /** @param told the state is another one now */
  constructor(
    logs: readonly LogToOpen[],
    reading: RecordReading,
    readonly files: LogFiles,
    private readonly told: () => void,
  ) {
    this.bookmarks = new LogBookmarks(
      logs.map(({ bookmarks }) => bookmarks),
      files,
    );
    this.reader = new RowReader([], files);
    this.rows = this.matching();
    const paths = logs.map(({ file }) => file);
    this.logs = new FollowedLogs(paths, reading, files, {
      ordered: (logs, isPreview) => this.begin(logs, isPreview),
      changed: (from) => this.update(from),
      progress: () => this.tell(),
    });
  }

  /** Since it was asked last, rows from `changedFrom` on are other ones. */
  state(): protocol.LogState {
    const { rows, changedFrom, order } = this;
    this.changedFrom = Infinity;
    return {
      ...this.logs.state(),
      generation: this.generation,
      rows: this.length,
      changedFrom: Math.min(changedFrom, this.length),
      records: order.length,
      isPreview: this.isPreview,
      passed: Math.min(rows.passed, order.length),
      matched: rows.matched,
      warnings: rows.warnings,
      errors: rows.errors,
      distance: order.logs[0]?.distance ?? 0,
      filterProblem: this.filterProblem,
      bookmarks: this.bookmarks.places(order.logs),
    };
  }

  /** @throws FilterError; what was shown before stays */
  show(view: protocol.LogView): void {
    parseLogFilter(view.filter);
    this.view = view;
    this.restart();
  }

  /** How many rows there are. */
  get length(): number {
    return this.showsAll ? this.order.length : this.rows.rows;
  }

  positionOf(row: number): number {
    return this.showsAll ? row : this.rows.positionAt(row);
  }

  rowOf(position: number): number {
    return this.showsAll ? position : this.rows.rowOf(position);
  }

  /** Whether the filter asks for a position, as far as that is known. */
  fits(position: number): boolean {
    return !this.showsAll || (this.rows.fits(position) ?? true);
  }

  countAt(row: number): number {
    return this.showsAll ? 1 : this.rows.countAt(row);
  }

  join(joined: boolean): void {
    this.logs.join(joined);
  }

  readAs(reading: RecordReading): void {
    this.logs.readAs(reading);
  }

  close(): void {
    this.logs.close();
    this.closed.abort();
    this.run.abort();
    clearTimeout(this.timer);
  }

  /** What the filter does not ask for is there, but faded. */
  private get showsAll(): boolean {
    return !this.view.hides && !this.view.collapses;
  }

  private begin(logs: readonly OrderedLog[], isPreview: boolean): void {
    this.order = new RecordOrder(logs);
    this.isPreview = isPreview;
    this.order.update(logs.map(() => 0));
    this.reader = new RowReader(logs, this.files);
    this.restart();
    void this.findBookmarks();
  }

  private update(from: readonly number[]): void {
    const { order } = this;
    const before = order.length;
    const kept = order.update(from);
    this.changedFrom = Math.min(this.changedFrom, this.rowOf(kept));
    this.rows.cut(kept);
    if (kept === 0 && before > 0) this.generation++;
    void this.match();
    void this.findBookmarks();
    this.tell();
  }

  /** Not in a part of a log that is looked at while all of it is read. */
  private async findBookmarks(): Promise<void> {
    if (this.isPreview) return;
    const { logs } = this.order;
    const { joined, logs: shown } = this.logs.state();
    for (const [log, { records }] of logs.entries()) {
      const { files = 0, rollovers = 0 } = shown[log] ?? {};
      const areAll = joined && files === rollovers + 1;
      const hasLooked = await this.bookmarks.find(log, records, areAll, this.closed.signal).catch(() => true);
      if (hasLooked) this.tell();
    }
  }

  private restart(): void {
    this.generation++;
    this.changedFrom = 0;
    this.run.abort();
    this.run = new AbortController();
    this.isRunning = false;
    this.rows = this.matching();
    void this.match();
    this.tell();
  }

  private matching(): MatchingRows {
    const { filter: text, collapses } = this.view;
    const filter = parseLogFilter(text);
    const tester = new RecordTester(filter, this.order.logs, this.files, collapses);
    return new MatchingRows(this.order, tester, filter.isEverything && !collapses, collapses);
  }

  private async match(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    const { rows, run } = this;
    try {
      await rows.run(run.signal, () => this.tell());
      if (!run.signal.aborted) this.filterProblem = undefined;
    } catch (error) {
      if (!run.signal.aborted) this.filterProblem = error instanceof Error ? error.message : String(error);
    }
    if (run.signal.aborted) return;
    this.isRunning = false;
    if (this.view.collapses) this.changedFrom = Math.min(this.changedFrom, Math.max(0, this.length - 1));
    this.tell();
  }

  /** At once, and then not more often than a page can be drawn. */
  tell(): void {
    this.isTold = true;
    if (this.timer !== undefined) return;
    this.isTold = false;
    this.told();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.isTold) this.tell();
    }, tellEvery);
  }
}
