/** The one of these names that was probably meant: by two slips of the pen at most, and not by more than are right. */
export const nearest = (typed: string, names: readonly string[]): string | undefined => {
  const wanted = typed.toLowerCase();
  const [best] = names
    .map((name) => ({ name, slips: distance(wanted, name.toLowerCase()) }))
    .filter(({ name, slips }) => slips <= Math.min(2, Math.floor(name.length / 2)))
    .toSorted((a, b) => a.slips - b.slips);
  return best?.name;
};

/** Letters left out, put in, taken for another, or swapped with the next (optimal string alignment). */
const distance = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, place) => place)];
  const at = (row: number, place: number): number => rows[row]?.[place] ?? Infinity;
  for (let row = 1; row <= a.length; row++) {
    rows.push([row]);
    for (let place = 1; place <= b.length; place++) {
      const same = a[row - 1] === b[place - 1];
      const swapped = row > 1 && place > 1 && a[row - 1] === b[place - 2] && a[row - 2] === b[place - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, place) + 1,
          at(row, place - 1) + 1,
          at(row - 1, place - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, place - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(a.length, b.length);
};
