/** Rows by ID: some of them, or all of the view but some. Never changed; each step gives a new one. */
export class RowSelection {
  static readonly none = new RowSelection(false, new Set());
  static readonly all = new RowSelection(true, new Set());

  static readonly of = (ids: Iterable<string>): RowSelection => new RowSelection(false, new Set(ids));

  private constructor(
    /** `ids` are those that are not selected. */
    readonly allBut: boolean,
    readonly ids: ReadonlySet<string>,
  ) {}

  static restore(allBut: boolean, ids: readonly string[]): RowSelection {
    return new RowSelection(allBut, new Set(ids));
  }

  get isEmpty(): boolean {
    return !this.allBut && this.ids.size === 0;
  }

  has(id: string): boolean {
    return this.ids.has(id) !== this.allBut;
  }

  /** @param total rows of the view */
  count(total: number): number {
    return this.allBut ? Math.max(0, total - this.ids.size) : this.ids.size;
  }

  toggle(id: string): RowSelection {
    return this.with([id], !this.has(id));
  }

  add(ids: Iterable<string>): RowSelection {
    return this.with(ids, true);
  }

  private with(ids: Iterable<string>, selected: boolean): RowSelection {
    const next = new Set(this.ids);
    for (const id of ids)
      if (selected === this.allBut) next.delete(id);
      else next.add(id);
    return new RowSelection(this.allBut, next);
  }
}
