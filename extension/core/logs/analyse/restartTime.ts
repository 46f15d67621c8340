/** A clock's time in words of any country: `06:56:25`, `6.56.25`, `1:05:09 PM`. */
const clock = /(\d{1,2})[:.](\d{2})[:.](\d{2})(?: ?([ap])\.?m)?/i;

const longest = 100;
const dayMs = 86_400_000;

/**
 * When a component tries again, in milliseconds since 1970 by its own clock. It is written in the server's format, in
 * which day and month cannot be told apart; but the longest delay that can be set is a day, so it is the first such
 * time after the line was written. NaN when no time is found.
 */
export const restartAfter = (written: number, text: string): number => {
  const match = clock.exec(text.slice(0, longest));
  if (match === null) return NaN;
  const [, hours, minutes, seconds, half] = match;
  const pm = half?.toLowerCase() === 'p';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (pm ? 12 : 0);
  const time = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  const midnight = Math.floor(written / dayMs) * dayMs;
  const second = Math.floor(written / 1000) * 1000;
  return midnight + time < second ? midnight + time + dayMs : midnight + time;
};
