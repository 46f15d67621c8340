import type { LogAction, LogPlace, LogRow } from '../../extension/protocol/logPage';
import type { CmGrid } from '../shared/grid/grid';
import { RowSelection } from '../shared/grid/rowSelection';
import { headHeight } from '../shared/grid/gridStyles';
import type { LogModel } from './logModel';
import type { SavedLog } from './savedLog';
import { texts } from './texts';
import { parseClock } from './timeTexts';

type Move = Exclude<LogAction, 'find' | 'copy' | 'export' | 'filters' | 'fade' | 'collapse' | 'lanes'>;

/** Which rows are on screen, and which one is looked at, while rows come, go and get other numbers. */
export class Steering {
  follows: boolean;
  /** The record that is looked at. */
  place: LogPlace | undefined;
  /** It has to be found again, because row numbers mean something else. */
  private isLost: boolean;
  private target: number | undefined;

  constructor(
    private readonly model: LogModel,
    private readonly grid: () => CmGrid<LogRow> | null,
    saved: SavedLog,
    private readonly rowHeight: number,
    private readonly changed: () => void,
  ) {
    this.follows = saved.follows;
    this.place = saved.active;
    this.isLost = saved.active !== undefined;
  }

  /** Of the record that is looked at, milliseconds since 1970; NaN when there is none. */
  get activeTime(): number {
    const { active, state } = this.model;
    if (active?.utc != null) return Date.parse(active.utc);
    return active?.time == null ? NaN : Date.parse(`${active.time}Z`) + (state?.distance ?? 0);
  }

  follow(follows: boolean): void {
    this.follows = follows;
    this.changed();
  }

  renumbered(): void {
    this.isLost = this.place !== undefined;
  }

  /** After each drawing: stays at the end, or at the record that was looked at. */
  drawn(): void {
    const { state } = this.model;
    const grid = this.grid();
    if (state === undefined || grid === null || state.rows === 0) return;
    if (this.target !== undefined) this.activate(this.target);
    else if (this.follows) void grid.updateComplete.then(() => this.stayAtEnd(grid));
    else if (this.isLost && !state.isPreview && state.passed >= state.records) void this.findAgain();
  }

  /** A user who goes away from the end wants to stay there. */
  scrolled(): void {
    const grid = this.grid();
    if (grid !== null && this.follows && !this.isAtEnd(grid)) this.follow(false);
  }

  activate(index: number): void {
    const row = this.model.rows?.row(index);
    if (row === undefined) return;
    this.isLost = false;
    if (this.target === index) this.target = undefined;
    this.place = { log: row.log, part: row.part, offset: row.offset };
    if (this.follows && index < (this.model.state?.rows ?? 0) - 1) this.follows = false;
    this.model.activate(row);
  }

  act(action: Move): void {
    switch (action) {
      case 'findNext':
      case 'findPrevious':
        void this.find(action === 'findNext');
        return;
      case 'nextError':
      case 'previousError':
        void this.nextError(action === 'nextError');
        return;
      case 'toggleBookmark':
        this.model.toggleBookmark();
        return;
      case 'nextBookmark':
      case 'previousBookmark':
        void this.nextBookmark(action === 'nextBookmark');
        return;
      case 'goToTime':
        void this.askTime();
        return;
      case 'follow':
        this.follow(!this.follows);
    }
  }

  async find(forward: boolean): Promise<void> {
    this.goTo(await this.model.find(this.from(forward), forward));
  }

  async nextError(forward: boolean): Promise<void> {
    this.goTo(await this.model.seek('severity:error', this.from(forward), forward));
  }

  async goToTime(local: number): Promise<void> {
    this.goTo(await this.model.seekTime(local));
  }

  /** The first record from a time on that fits a filter. */
  async goToTimeOf(local: number, filter: string): Promise<void> {
    const row = await this.model.seekTime(local);
    if (row !== undefined) this.goTo(await this.model.seek(filter, row - 1, true));
  }

  private async nextBookmark(forward: boolean): Promise<void> {
    const found = await Promise.all(this.model.bookmarks.map((place) => this.model.locate(place)));
    const rows = found.filter((row) => row !== undefined).toSorted((a, b) => a - b);
    const from = this.from(forward);
    const next = forward ? rows.find((row) => row > from) : rows.findLast((row) => row < from);
    this.goTo(next ?? (forward ? rows[0] : rows.at(-1)));
  }

  private async askTime(): Promise<void> {
    const text = await this.model.askTime();
    if (text === undefined) return;
    const time = parseClock(text, this.model.active?.time ?? this.lastTime());
    if (time === undefined) this.model.fail(texts.noTime(text));
    else await this.goToTime(time);
  }

  private lastTime(): string | null {
    const { rows } = this.model;
    return rows?.row(rows.total - 1)?.time ?? null;
  }

  /** Where a search begins: at the record that is looked at, else at the side that it goes away from. */
  private from(forward: boolean): number {
    const { active, state } = this.model;
    if (this.place !== undefined && active !== undefined) return this.grid()?.active ?? active.row;
    return forward ? -1 : (state?.rows ?? 0);
  }

  private stayAtEnd(grid: CmGrid<LogRow>): void {
    if (this.follows && !this.isAtEnd(grid)) grid.scrollToTop((this.model.state?.rows ?? 0) * this.rowHeight);
  }

  private isAtEnd(grid: CmGrid<LogRow>): boolean {
    const height = grid.clientHeight - headHeight;
    return grid.top + height >= ((this.model.state?.rows ?? 0) - 1) * this.rowHeight;
  }

  private async findAgain(): Promise<void> {
    const { place } = this;
    this.isLost = false;
    if (place === undefined) return;
    const row = await this.model.locate(place);
    if (row !== undefined && this.place === place) this.goTo(row);
  }

  /** Puts a row in the middle, unless it is on screen, and looks at it as soon as it is there. */
  private goTo(row: number | undefined): void {
    const grid = this.grid();
    if (row === undefined || grid === null) return;
    this.follows = false;
    const height = grid.clientHeight - headHeight;
    const top = row * this.rowHeight;
    if (top < grid.top || top + this.rowHeight > grid.top + height)
      grid.scrollToTop(Math.max(0, top - height / 2));
    grid.setActive(row);
    this.model.select(RowSelection.of([String(row)]));
    this.target = row;
    this.activate(row);
    this.changed();
  }
}
