/** How many rows of a table are kept by default. */
export const mostRows = 20_000;

/** The newest of many. */
export class Latest<T> {
  private items: T[] = [];
  private gone = 0;

  constructor(private readonly most = mostRows) {}

  push(item: T): void {
    this.items.push(item);
    if (this.items.length < this.most * 2) return;
    this.items = this.items.slice(-this.most);
    this.gone += this.most;
  }

  get all(): readonly T[] {
    return this.items.slice(-this.most);
  }

  /** How many came before those that are kept. */
  get earlier(): number {
    return this.gone + Math.max(0, this.items.length - this.most);
  }
}
