/** `1 job`, `3 jobs`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const steps = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** `2 h 5 min`: the two greatest units; `0.4 s` for less than a second. */
export const durationText = (ms: number): string => {
  if (ms < 1000) return `${(ms / 1000).toFixed(1)} s`;
  const parts: string[] = [];
  let rest = ms;
  for (const [unit, length] of steps) {
    const whole = Math.floor(rest / length);
    rest -= whole * length;
    if (whole > 0) parts.push(`${String(whole)} ${unit}`);
    else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(' ');
};
