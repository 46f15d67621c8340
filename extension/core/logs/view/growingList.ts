type Numbers = Uint8Array | Uint32Array | Float64Array;

/** Numbers whose count is not known before, without an object each. */
export class GrowingList {
  private used = 0;

  /** @param make memory for so many */
  constructor(
    private readonly make: (length: number) => Numbers,
    private kept = make(1024),
  ) {}

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.kept.length) {
      const more = this.make(this.used * 2);
      more.set(this.kept);
      this.kept = more;
    }
    this.kept[this.used++] = value;
  }

  /** NaN beyond the last. */
  at(index: number): number {
    return index < this.used ? (this.kept[index] ?? NaN) : NaN;
  }

  set(index: number, value: number): void {
    this.kept[index] = value;
  }

  /** Forgets all from here on. */
  cut(length: number): void {
    this.used = Math.min(this.used, length);
  }

  /** How many come before the first that is not below this one; the numbers must be in rising order. */
  countBelow(value: number): number {
    let [low, high] = [0, this.used];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.kept[middle] ?? NaN) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
