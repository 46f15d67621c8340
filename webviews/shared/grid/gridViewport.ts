import { headHeight, rowHeight as usualHeight } from './gridStyles';
import { ScrollScale } from './scrollScale';

/** Rows drawn beyond the edges, for the time that a scroll is ahead of drawing. */
const overscan = 8;

export interface RowWindow {
  /** Half-open. */
  readonly first: number;
  readonly end: number;
}

/** The part of a grid's rows that is on screen, and the elements that show it. */
export class GridViewport {
  /** Pixels. */
  rowHeight = usualHeight;
  private readonly scale = new ScrollScale();
  private drawn = { first: 0, place: 0 };

  /** @param find elements of the grid: .scroller, .body, .rows */
  constructor(private readonly find: (selector: string) => HTMLElement | null) {}

  /** First visible pixel of the list. */
  get top(): number {
    return this.scale.top;
  }

  get height(): number {
    return Math.max(0, (this.find('.scroller')?.clientHeight ?? 0) - headHeight);
  }

  /** Rows that a page key passes: one stays in sight. */
  get page(): number {
    return Math.max(1, Math.floor(this.height / this.rowHeight) - 1);
  }

  /** Rows to draw. */
  window(total: number): RowWindow {
    const first = Math.max(0, Math.floor(this.scale.top / this.rowHeight) - overscan);
    const end = Math.ceil((this.scale.top + this.height) / this.rowHeight) + overscan;
    return { first: Math.min(first, total), end: Math.min(end, total) };
  }

  /** Takes on a changed number of rows or height of the grid. */
  fit(total: number): void {
    const top = this.scale.resize(total * this.rowHeight, this.height);
    if (top === undefined) return;
    const body = this.find('.body');
    if (body !== null) body.style.height = `${this.scale.physicalHeight}px`;
    this.setScroll(top);
  }

  /** Puts the drawn rows, which begin with this one, where the scroll position wants them. */
  put(first: number): void {
    this.drawn = { first, place: this.scale.place(first * this.rowHeight) };
    const rows = this.find('.rows');
    if (rows !== null) rows.style.transform = `translateY(${this.drawn.place}px)`;
  }

  scrollTo(top: number): void {
    this.setScroll(this.scale.moveTo(top));
  }

  /** Scrolls as little as shows the row. */
  show(row: number): void {
    const top = row * this.rowHeight;
    if (top < this.scale.top) this.scrollTo(top);
    else if (top + this.rowHeight > this.scale.top + this.height)
      this.scrollTo(top + this.rowHeight - this.height);
  }

  /** The element was scrolled. Returns whether other rows, or the same elsewhere, must be drawn. */
  scrolled(total: number): boolean {
    this.scale.scrolled(this.find('.scroller')?.scrollTop ?? 0);
    const { first } = this.window(total);
    return first !== this.drawn.first || this.scale.place(first * this.rowHeight) !== this.drawn.place;
  }

  private setScroll(top: number): void {
    const scroller = this.find('.scroller');
    if (scroller !== null) scroller.scrollTop = top;
  }
}
