/** How many things may be open at once: no component has so many threads. */
const mostOpen = 100_000;

/** What has begun and not ended, by a key. When there is too much, the oldest is let go. */
export class Bounded<K, V> {
  private readonly items = new Map<K, V>();

  constructor(
    private readonly letGo: (item: V) => void = () => undefined,
    private readonly most = mostOpen,
  ) {}

  get(key: K): V | undefined {
    return this.items.get(key);
  }

  set(key: K, item: V): void {
    this.items.delete(key);
    this.items.set(key, item);
    if (this.items.size <= this.most) return;
    const [oldest] = this.items;
    if (oldest === undefined) return;
    this.items.delete(oldest[0]);
    this.letGo(oldest[1]);
  }

  /** Takes it out. */
  take(key: K): V | undefined {
    const item = this.items.get(key);
    this.items.delete(key);
    return item;
  }

  /** What is there, else what is made. */
  at(key: K, make: () => V): V {
    const known = this.items.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.set(key, made);
    return made;
  }

  get size(): number {
    return this.items.size;
  }

  get entries(): readonly (readonly [key: K, item: V])[] {
    return [...this.items];
  }

  get all(): readonly V[] {
    return [...this.items.values()];
  }
}
