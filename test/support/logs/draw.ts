/** Draws from a seed: the same seed gives the same values. */
export class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1); mulberry32, public domain. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Both ends may come. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.next() * values.length)];
    if (value === undefined) throw new RangeError('There is nothing to pick from.');
    return value;
  }

  hex(length: number): string {
    return Array.from({ length }, () => '0123456789ABCDEF'.charAt(this.int(0, 15))).join('');
  }

  get guid(): string {
    return `{${[8, 4, 4, 4, 12].map((length) => this.hex(length)).join('-')}}`;
  }

  get packageId(): string {
    return `CS1${this.hex(5)}`;
  }
}
