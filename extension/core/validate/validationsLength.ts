/**
 * How long validations take in all, one after the other in so many lanes, each begun so long after the one before.
 * @param lengths in milliseconds and in the order of their starts; undefined: not known
 * @returns `known` of those that are known; undefined when none is
 */
export const validationsLength = (
  lengths: readonly (number | undefined)[],
  atOnce: number,
  spread: number,
): { readonly known: number | undefined; readonly unknown: number } => {
  const known = lengths.filter((length) => length !== undefined);
  const lanes = Array.from({ length: Math.max(1, Math.min(atOnce, known.length)) }, () => 0);
  known.forEach((length, index) => {
    const free = lanes.indexOf(Math.min(...lanes));
    lanes[free] = Math.max(lanes[free] ?? 0, index * spread) + length;
  });
  return {
    known: known.length === 0 ? undefined : Math.max(...lanes),
    unknown: lengths.length - known.length,
  };
};
