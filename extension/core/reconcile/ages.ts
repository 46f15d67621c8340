/**
 * Tells how old things are at one moment, and until when all it told stays true: what was graded with it need not be
 * graded again before. Times and limits in milliseconds.
 */
export class Ages {
  private firstChange = Infinity;

  /** @param now UTC epoch milliseconds */
  constructor(private readonly now: number) {}

  isOlder(time: number, limit: number): boolean {
    const last = time + limit;
    if (this.now > last) return true;
    this.firstChange = Math.min(this.firstChange, last);
    return false;
  }

  /** The last moment at which every answer is the same; Infinity: always. Time goes on only. */
  get until(): number {
    return this.firstChange;
  }
}
