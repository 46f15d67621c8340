/** Browsers stop growing elements somewhere between 17 and 33 million pixels. */
const tallest = 8_000_000;

/**
 * Where a list stands that may be taller than an element can be. Short scrolls move the rows pixel by pixel,
 * as they do in any list; a drag of the scroll bar moves them in proportion.
 */
export class ScrollScale {
  /** First visible pixel of the list. */
  top = 0;
  /** Scroll position of the element. */
  private physicalTop = 0;

  /** @param height of all rows, in pixels  @param viewport height that shows some of them */
  constructor(
    private height = 0,
    private viewport = 0,
  ) {}

  /** Height that the scrolled element gets. */
  get physicalHeight(): number {
    return Math.min(this.height, tallest);
  }

  /** Place of a list pixel inside the scrolled element. */
  place(pixel: number): number {
    return pixel - this.top + this.physicalTop;
  }

  /**
   * Takes new heights; the top stays where it is as far as it can.
   * Returns the scroll position to set, or undefined when nothing has changed.
   */
  resize(height: number, viewport: number): number | undefined {
    if (height === this.height && viewport === this.viewport) return undefined;
    this.height = height;
    this.viewport = viewport;
    return this.moveTo(this.top);
  }

  /** Puts a list pixel at the top. Returns the scroll position to set. */
  moveTo(top: number): number {
    this.top = clamp(top, this.lastTop);
    this.physicalTop =
      this.lastTop === this.lastPhysicalTop
        ? this.top
        : Math.round((this.top / this.lastTop) * this.lastPhysicalTop);
    return this.physicalTop;
  }

  /** The element was scrolled. */
  scrolled(physicalTop: number): void {
    const moved = physicalTop - this.physicalTop;
    this.physicalTop = physicalTop;
    if (this.lastTop === this.lastPhysicalTop) this.top = physicalTop;
    else if (physicalTop <= 0) this.top = 0;
    else if (physicalTop >= this.lastPhysicalTop) this.top = this.lastTop;
    else if (Math.abs(moved) <= 2 * this.viewport) this.top = clamp(this.top + moved, this.lastTop);
    else this.top = (physicalTop / this.lastPhysicalTop) * this.lastTop;
  }

  private get lastTop(): number {
    return Math.max(0, this.height - this.viewport);
  }

  private get lastPhysicalTop(): number {
    return Math.max(0, this.physicalHeight - this.viewport);
  }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
