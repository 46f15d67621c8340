/** Reads the fields of one entry of the setting, and notes what is wrong with them; never with their values. */
export class EntryReader {
  readonly problems: string[] = [];
  private readonly asked = new Set<string>();
  private readonly refused = new Set<string>();

  /** @param place such as `configmgrContent.sites[2]` */
  constructor(
    private readonly place: string,
    private readonly entry: Readonly<Record<string, unknown>>,
  ) {}

  /** Nothing was noted that leaves open what was meant. */
  get isUsable(): boolean {
    return this.refused.size === 0;
  }

  /** Notes what is wrong with a field; the first of it is enough. The entry is then not used. */
  refuse(field: string, problem: string): void {
    if (!this.refused.has(field)) this.remark(field, problem);
    this.refused.add(field);
  }

  /** Notes what is odd about a field, and lets the entry be used. */
  remark(field: string, problem: string): void {
    this.problems.push(`${this.place}.${field}: ${problem}`);
  }

  /** Without the blanks around it; undefined when it is not given. */
  text(field: string): string | undefined {
    const value = this.take(field);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (value !== undefined) this.refuse(field, `Expected text in quotation marks, found ${kindOf(value)}.`);
    return undefined;
  }

  requiredText(field: string, what: string): string {
    const text = this.text(field);
    if (text === undefined) this.refuse(field, `Missing. Write ${what}.`);
    return text ?? '';
  }

  flag(field: string, unset: boolean): boolean {
    const value = this.take(field);
    if (typeof value === 'boolean') return value;
    if (value !== undefined)
      this.refuse(field, `Expected true or false without quotation marks, found ${kindOf(value)}.`);
    return unset;
  }

  /** A whole number from 1 on. */
  whole(field: string, most: number): number | undefined {
    const value = this.take(field);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
    const found = typeof value === 'number' ? String(value) : kindOf(value);
    this.refuse(field, `Expected a whole number from 1 to ${most} without quotation marks, found ${found}.`);
    return undefined;
  }

  choice<T extends string>(field: string, values: readonly T[]): T | undefined {
    const text = this.text(field)?.toLowerCase();
    const known = values.find((value) => value === text);
    if (known === undefined)
      this.refuse(field, `Expected one of ${values.map((value) => `"${value}"`).join(', ')}.`);
    return known;
  }

  /** A list of texts; undefined when it is not given. */
  texts(field: string): readonly string[] | undefined {
    const value = this.take(field);
    if (value === undefined) return undefined;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (Array.isArray(value) && items.every((item) => typeof item === 'string')) return items;
    this.refuse(field, `Expected a list of texts, [ "..." ], found ${kindOf(value)}.`);
    return undefined;
  }

  /** Fields that nobody asked for. */
  rest(): readonly string[] {
    return Object.keys(this.entry).filter((field) => !this.asked.has(field));
  }

  protected take(field: string): unknown {
    this.asked.add(field);
    return Object.hasOwn(this.entry, field) ? this.entry[field] : undefined;
  }
}

/** What a value is, in words: it may be a secret itself. */
export const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'empty text' : 'text';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'number' ? 'a number' : 'an object';
};
