import type { CodedColumn } from './codedColumn';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Rows of a table that stay, then items that come: columns of both, in an order. */
export class JoinedRows<T> {
  /** @param order places: of what stays first, then of what comes */
  constructor(
    private readonly kept: Uint32Array,
    private readonly added: readonly T[],
    readonly order: Uint32Array = Uint32Array.from(
      { length: kept.length + added.length },
      (_, place) => place,
    ),
  ) {}

  inOrder(order: Uint32Array): JoinedRows<T> {
    return new JoinedRows(this.kept, this.added, order);
  }

  /** A column of the same sort. @param of gives the number of an item that comes */
  column<N extends Numbers>(known: N, of: (item: T) => number): N {
    return this.fill(known, (row) => known[row] ?? 0, of);
  }

  /** A column of the sort that `like` is. @param known gives the number of a row that stays */
  fill<N extends Numbers>(like: N, known: (row: number) => number, of: (item: T) => number): N {
    const { kept, added, order } = this;
    const column = new (like.constructor as new (length: number) => N)(order.length);
    for (let at = 0; at < order.length; at++) {
      const place = order[at] ?? 0;
      const item = place < kept.length ? undefined : added[place - kept.length];
      column[at] = item === undefined ? known(kept[place] ?? 0) : of(item);
    }
    return column;
  }

  items<V>(known: readonly V[], of: (item: T) => V): readonly V[] {
    const items: V[] = [];
    for (const place of this.order) {
      const item = this.added[place - this.kept.length];
      const value = item === undefined ? known[this.kept[place] ?? 0] : of(item);
      if (value !== undefined) items.push(value);
    }
    return items;
  }

  /**
   * A column of repeating values; values that no row has any more are left out.
   * @param keyOf equal keys are equal values
   */
  coded<V>(known: CodedColumn<V>, of: (item: T) => V, keyOf: (value: V) => string): CodedColumn<V> {
    const values: V[] = [];
    const byKey = new Map<string, number>();
    const codeOf = (value: V): number => {
      const key = keyOf(value);
      const code = byKey.get(key) ?? values.push(value) - 1;
      byKey.set(key, code);
      return code;
    };
    const moved = new Map<number, number>();
    const moveOf = (row: number): number => {
      const old = known.codes[row] ?? 0;
      const value = known.values[old];
      const code = moved.get(old) ?? (value === undefined ? 0 : codeOf(value));
      moved.set(old, code);
      return code;
    };
    return { values, codes: this.fill(known.codes, moveOf, (item) => codeOf(of(item))) };
  }
}
