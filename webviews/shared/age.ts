const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `5 min ago`, `3 days ago`, counted from the site's time. Times ahead of it are "just now". */
export const ageText = (time: number, now: number): string => {
  const age = now - time;
  if (age < minute) return 'just now';
  if (age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age < 2 * day) return `${Math.floor(age / hour)} h ago`;
  if (age < 90 * day) return `${Math.floor(age / day)} days ago`;
  return `${Math.floor(age / (30 * day))} months ago`;
};

/** `2026-11-18 10:22:03 UTC`. */
export const utcText = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
