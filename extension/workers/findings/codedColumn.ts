/** A column of repeating values: each distinct value once, and per row its code. */
export interface CodedColumn<T> {
  readonly values: readonly T[];
  readonly codes: Uint32Array;
}

/** @param keyOf equal keys are equal values */
export const encodeColumn = <T>(items: readonly T[], keyOf: (item: T) => string): CodedColumn<T> => {
  const codeOf = new Map<string, number>();
  const values: T[] = [];
  const codes = new Uint32Array(items.length);
  for (const [row, item] of items.entries()) {
    const key = keyOf(item);
    let code = codeOf.get(key);
    if (code === undefined) {
      code = values.push(item) - 1;
      codeOf.set(key, code);
    }
    codes[row] = code;
  }
  return { values, codes };
};
